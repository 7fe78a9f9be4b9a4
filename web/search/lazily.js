/* Values that are worked out when they are first asked for. */

/**
 * Return what is known by a key, made now if it isn't known yet.
 *
 * @template K, V
 * @param {Map<K, V>} known
 * @param {K} key
 * @param {(key: K) => V} make
 * @returns {V}
 */
export const lazily = (known, key, make) => {
  if (!known.has(key)) known.set(key, make(key))
  return /** @type {V} */ (known.get(key))
}

/**
 * Return what was once asked for by a key; what fails is asked for again at the next time.
 *
 * @template K, V
 * @param {Map<K, Promise<V>>} known
 * @param {K} key
 * @param {(key: K) => Promise<V>} ask
 * @returns {Promise<V>}
 */
export const once = (known, key, ask) => {
  const asking = () =>
    ask(key).catch((error) => {
      known.delete(key)
      throw error
    })
  return lazily(known, key, asking)
}
