/* Questions for people: 누가 트랜스포머 발표했지, who explained GPT, 誰がBERTを発表した. */

// Words that ask who, or that somebody presented; they say nothing of the topic.
const ASKS_KOREAN =
  /^(?:누가|누구(?:가|야|지|였지|였더라|인가요?|예요)?|발표(?:한|했\S{1,4}|하신|하셨\S{1,4}|하던|자(?:가|는|님)?))$/
const ASKS_ENGLISH = /^(?:who|whose|presenters?|presented)$/
const EXPLAINS_ENGLISH = /^(?:explained|explains|by|gave|shared|talked|spoke|showed|taught)$/
// What somebody presents may be a topic too: 최종 발표.
const NAMES = /^(?:발표|presentations?|talks?)$/
const ASKS_HAN =
  /誰(?:が|か|の)?|(?:さん|くん|君|先生|氏)の(?=発表)|発表(?:した|者)(?:人|のは)?|[谁誰](?:分享|介绍|介紹|讲|講|发表|發表)?(?:了|的|过|過)?/g
const NAMES_HAN = /(?:を|が)?発表|分享|发表|發表|主讲|主講/

/** @typedef {{ asksWho: boolean, rest: string }} Asking */

/**
 * Take the words that ask who presented something out of a text.
 *
 * Of a text of nothing else, nothing is left.
 *
 * @param {string} text
 * @returns {Asking}
 */
export const takeWho = (text) => {
  const spread = text.replace(ASKS_HAN, " ")
  const isOfHan = spread !== text || NAMES_HAN.test(text)
  const typed = spread.split(/\s+/).map(withoutMarks).filter(Boolean)
  const asks = typed.some((word) => ASKS_KOREAN.test(word) || ASKS_ENGLISH.test(word))
  const asksWho = asks || isOfHan || typed.some((word) => NAMES.test(word))
  if (!asksWho) return { asksWho, rest: text }
  const kept = typed.filter((word) => !saysOnlyWho(word, asks))
  const rest = kept.join(" ").replace(/さんの?$/, "")
  return { asksWho, rest }
}

/** @param {string} word */
const withoutMarks = (word) => word.replace(/[?!？！。]+$/, "")

/** @param {string} word @param {boolean} asks */
const saysOnlyWho = (word, asks) =>
  ASKS_KOREAN.test(word) || ASKS_ENGLISH.test(word) || (asks && EXPLAINS_ENGLISH.test(word))
