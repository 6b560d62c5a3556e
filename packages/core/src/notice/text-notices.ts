/**
 * What is told of the joint text: laid, changed, and to a party that its own words are to be amended.
 *
 * Words belong to the party that laid them, or whose accepted amendment brought them in. An amendment to words of one's
 * own is told to nobody else: it stands in the text.
 *
 * Rests on: NOT-02, NOT-03. Next door: `read-notices.ts`; `../procedure/joint-text` reads the text.
 */
import type { RecordedAct } from '../procedure/act.ts'
import type { JointText, TextVersion } from '../procedure/joint-text/joint-text.ts'
import { readJointText } from '../procedure/joint-text/index.ts'
import { doing, type Told } from './told.ts'

/** Everything told of a text to somebody of that party. */
export function textNotices(acts: readonly RecordedAct[], party: string): readonly Told[] {
  const text = readJointText(acts)
  return [...text.versions.flatMap(versionTold), ...amendmentsOfOwn(text, party)]
}

/** That a paragraph was agreed makes a version, but changes no word. */
function versionTold(version: TextVersion): readonly Told[] {
  if (version.origin.verb === 'agree-paragraph') return []
  const kind = version.number === 1 ? 'text-laid' : 'text-changed'
  return [{ kind, version: version.number, ...doing(version) }]
}

function amendmentsOfOwn({ amendments, versions }: JointText, party: string): readonly Told[] {
  return amendments
    .filter((one) => one.party !== party && wordsOf(versions, one.base.version, one.paragraph) === party)
    .map((one): Told => {
      const { amendment, paragraph } = one
      return { kind: 'own-text-amended', amendment, paragraph, ...doing(one) }
    })
}

/** The party whose words a paragraph had in a version; undefined when it was not there. */
function wordsOf(versions: readonly TextVersion[], number: number, paragraph: string): string | undefined {
  let before: string | undefined
  let party: string | undefined
  for (const version of versions.filter((one) => one.number <= number)) {
    const words = version.paragraphs.find(({ id }) => id === paragraph)?.text
    if (words !== before) {
      const { origin } = version
      party = origin.verb === 'decide-amendment' ? origin.proposedBy : version.party
    }
    before = words
  }
  return before === undefined ? undefined : party
}
