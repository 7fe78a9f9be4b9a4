/* From text to terms: words, and what is left of a Korean word without particle and ending. */

// Longest first, so that 에서는 goes as a whole.
const BASE = "에서 에게 한테 으로 로 까지 부터 에 와 과 보다 처럼 만큼 대로 이라 라 이나".split(" ")
const ADDED = "만 도 는 의 만의 만은 조차 까지 부터 이라도".split(" ")
const PARTICLES = [...BASE.flatMap((base) => ADDED.map((added) => base + added)), ...(
  "으로부터는 으로부터 에서부터 이라고는 으로서의 으로서는 로부터 에게서 이라는 이라고 이라도 이라면 이란 이나마 에서는 에서도 에서의 " +
  "으로는 으로도 으로서 으로써 으로의 까지는 까지도 까지의 부터는 보다는 보다도 처럼은 에게는 에게도 한테는 한테서 만으로 이며 이고 이다 입니다 " +
  "인데 이지만 에는 에도 에만 에서 에게 한테 께서 으로 로는 로도 로서 로써 로의 라는 라고 라도 란 이란 까지 부터 보다 처럼 같이 마다 조차 " +
  "마저 밖에 이나 이랑 하고 와의 과의 와는 과는 들은 들이 들을 들의 들에 들도 만큼 대로 님께서 님이 님은 님의 님과 님도 님 은 는 이 가 을 를 의 에 로 와 과 도 만 나 랑 들 요"
).split(" ")].sort((a, b) => b.length - a.length)
const ENDINGS = (
  "하였습니다 되었습니다 했습니다 됐습니다 하겠습니다 합니다 됩니다 입니다 습니다 하였다 되었다 하려면 하려고 하면서 되면서 하지만 되지만 하거나 되거나 " +
  "하기도 하기는 하기가 하기를 하기에 하기 되기 하는데 되는데 하는지 되는지 했는데 됐는데 했지만 하도록 되도록 하세요 해주세요 해준다 해야 해서 되어 " +
  "하여 하고 되고 하게 되게 하는 되는 하던 되던 하면 되면 하니 하며 되며 하자 한다 된다 했다 됐다 했던 됐던 했을 할때 할수 시킨 시킬 시켜 시키는 시킨다 " +
  "시키기 시키고 해요 돼요 하다 되다 적인 적으로 적이 적 한 할 된 될 함 됨 해 돼 였다 이었다 었다 았다 었던 았던 는다 ㄴ다 겠다 지만 면서 으면 으며 아서 어서 " +
  "려고 려면 는데 은데 는지 은지 다가 던 던지 거나 든지 기 네요 군요 세요 어요 아요 었고 았고 었을 았을 을까 일까 나요 까요 다는 다고 다면 고"
).split(" ").sort((a, b) => b.length - a.length)

const WORD = /[가-힣ㄱ-ㅎㅏ-ㅣ]+|[a-z0-9]+(?:[+#]+|(?:[._-][a-z0-9]+)+)?/g

/** The words of a text; a change of script ends a word, so that `BERT는` is two. */
const words = (text) => text.normalize("NFC").toLowerCase().match(WORD) ?? []

const cut = (word, endings, least) => {
  for (const ending of endings) {
    if (word.length - ending.length >= least && word.endsWith(ending)) return word.slice(0, -ending.length)
  }
  return word
}

const stemCache = new Map()

/** What a Korean word may be a form of: 학습하는 of 학습, 모델에서는 of 모델. */
const stems = (word) => {
  const known = stemCache.get(word)
  if (known) return known
  const found = new Set()
  if (/^[가-힣]{2,}$/.test(word)) {
    // 큐는 is of 큐, but 강의 isn't of 강.
    const bare = word.length > 2 ? cut(word, PARTICLES, 2) : cut(word, SHORT_PARTICLES, 1)
    const root = cut(word, ENDINGS, 2)
    for (const form of [bare, root, cut(bare, ENDINGS, 2), cut(root, PARTICLES, 2)]) {
      if (form !== word && form.length >= (word.length > 2 ? 2 : 1)) found.add(form)
    }
  } else if (/^[a-z]{4,}$/.test(word)) {
    for (const ending of ["ing", "ed", "es", "s"]) {
      if (word.endsWith(ending) && word.length - ending.length >= 3 && !word.endsWith("ss")) {
        found.add(word.slice(0, -ending.length))
        break
      }
    }
  }
  const list = [...found]
  stemCache.set(word, list)
  return list
}

const SHORT_PARTICLES = ["은", "는", "을", "를"]
const SUFFIXES = new Set([...PARTICLES, ...ENDINGS])

/** The text with its spaces gone, in which compounds are found however they are spaced. */
const joined = (text) => text.normalize("NFC").toLowerCase().replace(/[^가-힣a-z0-9]+/g, "")

const stripTags = (html) => html.replace(/<[^>]*>/g, " ")
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'", "&#x27;": "'" }
const decode = (html) => stripTags(html).replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (e) => ENTITIES[e])
const encode = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c])
