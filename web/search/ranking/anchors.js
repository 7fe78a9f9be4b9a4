/* Anchors that a unit's title tells, which the index doesn't: the rule is that of `anchors.py`. */

const TOLD = "#"
const OTHERS = /[^A-Za-z0-9_가-힣ぁ-ゖァ-ヺー一-鿿 -]/g

/**
 * A location with the anchor that was left out of it: #1-큐란 of 1. 큐란?
 *
 * @param {{ location: string, title: string }} doc
 */
export const wholeLocation = ({ location, title }) => {
  if (location !== TOLD) return location
  return TOLD + title.replace(OTHERS, "").toLowerCase().replaceAll(" ", "-")
}
