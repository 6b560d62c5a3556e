/**
 * The ten questions that the portfolio must answer, each as the strokes of a desk officer: where the answer stands, what it
 * says that nobody knows, and one of its sources opened.
 *
 * Everything is answered from the records that come with the desk; what a question brings along itself (an act, a text, an
 * item of evidence, a gift) is typed. Next door: `by-keyboard.ts`, `ten-questions.test.ts`.
 */
import { type Language, nameOf, type RecordKind } from '@demarche/core'
import type { Hands } from './by-keyboard.ts'
import { settle } from './looks-right.ts'

/** What a question is walked with. */
export interface Asked extends Hands {
  readonly language: Language
  readonly t: (key: string, values?: Readonly<Record<string, string>>) => string
  readonly kind: (id: string) => RecordKind
  /** the answer is on the screen: it is looked at */
  look(): Promise<void>
}

export interface Question {
  readonly asks: string
  readonly answer: (asked: Asked) => Promise<void>
}

const ON_RECORD = (entity: string) => new RegExp(`/portfolio/records/${entity}`)

async function follow({ page, press }: Asked, to: RegExp): Promise<void> {
  await press('Enter')
  await page.waitForURL(to)
  await settle(page)
}

/** Opens the grounds of a value on the page of a record: the document that it rests on. */
async function openSource(
  { page, row, press }: Asked,
  value: string | RegExp,
  document: string,
): Promise<void> {
  await row(value)
  await press('Enter')
  await page.locator('aside.grounds').getByText(document).first().waitFor()
  await press('Escape')
  await page.locator('aside.grounds').waitFor({ state: 'detached' })
}

/** What the kind calls a word of a property. */
function wordOf(kind: RecordKind, property: string, word: string): string {
  const said = kind.properties.find(({ name }) => name === property)?.values?.[word]
  if (said === undefined) throw new Error(`no word "${word}" of ${property}`)
  return said
}

/** How many steps down a list of the kind's words one of them stands, after the empty one. */
function stepTo(kind: RecordKind, property: string, word: string): number {
  const { values = {} } = kind.properties.find(({ name }) => name === property) ?? {}
  return Object.keys(values).indexOf(word) + 1
}

async function newRecord(asked: Asked, id: string, name: string): Promise<void> {
  await asked.go(asked.t('portfolio.new', { kind: asked.kind(id).label }))
  await asked.reach(asked.page.locator('#record-name-0'))
  await asked.type(name)
}

async function putOnRecord(asked: Asked, source: string): Promise<void> {
  const { page, reach, type, t } = asked
  await reach(page.locator('#source-document'))
  await type(source)
  await reach(page.getByRole('button', { name: t('record.save'), exact: true }))
  await follow(asked, /\/portfolio\/records\//)
}

export const QUESTIONS: readonly Question[] = [
  {
    asks: 'Who else trains prosecutors in country X, now and in the next year?',
    async answer(asked) {
      const { page, go, reach, choose, type, press, t, language, look } = asked
      await go(t('overlaps.check'))
      await reach(page.locator('#plan-name'))
      await type('Training of prosecutors')
      await choose(page.locator('#plan-countries'), nameOf('GE', language))
      await reach(page.locator('#plan-start'))
      await type('2026-11')
      await press('Tab')
      await type('2027-11')
      await press('Enter')
      const other = page.locator('main').getByRole('link', { name: 'CyberEast+' }).first()
      await other.waitFor()
      await look()
      await reach(other)
      await follow(asked, ON_RECORD('project:cybereast-plus'))
      await openSource(asked, 'CyberEast+', 'Commission notice as republished')
    },
  },
  {
    asks: 'Which norm commitments did we raise with partner Y, and what happened? (PFO-24)',
    async answer(asked) {
      const { page, go, row, press, t, language, look } = asked
      await go(nameOf('CN', language))
      await page.getByText(t('partner.noneRaised')).waitFor()
      await page.getByText(t('partner.invokedInCases')).waitFor()
      await look()
      await row('Microsoft Exchange')
      await follow(asked, /\/assessment\?at=norms-title/)
      // read aloud from the heading of the norms, and from there row by row
      await page.locator('#norms-title:focus').waitFor()
      await row('(c)')
      await press('Enter')
      await page.locator('aside.grounds').getByText('EU declaration').first().waitFor()
      await press('Escape')
    },
  },
  {
    asks: 'What did we promise at the last dialogue?',
    async answer(asked) {
      const { page, go, row, language, look } = asked
      await go(nameOf('GB', language))
      await page.getByRole('link', { name: 'Hold the fourth round' }).first().waitFor()
      await look()
      await row('Hold the fourth round')
      await follow(asked, ON_RECORD('commitment:eu-uk-fourth-round'))
      await openSource(asked, /31/, 'EEAS, EU–UK third cyber dialogue')
    },
  },
  {
    asks: 'Whom do we call in State Z tonight? (PFO-08, PFO-27)',
    async answer(asked) {
      const { page, go, reach, press, row, t, kind, language, look } = asked
      const contacts = kind('contact-point')
      await go(nameOf('UA', language))
      await page.getByText(t('partner.noContact')).waitFor()
      await page.getByText(t('partner.directories')).waitFor()
      await reach(page.locator('summary', { hasText: t('portfolio.obtain', { kinds: contacts.plural }) }))
      await press('Enter')
      await page.getByText(contacts.obtain ?? 'nothing').waitFor()
      await look()
      await row('OSCE confidence-building measures')
      await follow(asked, ON_RECORD('cbm-set:osce'))
      await openSource(asked, 'PC.DEC/1202', 'OSCE Permanent Council, Decision No. 1202')
    },
  },
  {
    asks: 'Which OSCE measures can we report from this one act? (PFO-60)',
    async answer(asked) {
      const { page, step, choose, reach, t, kind, language, look } = asked
      const act = kind('cbm-act')
      await newRecord(asked, act.id, 'Duty desk named')
      await step(page.locator('#record-act-0'), stepTo(act, 'act', 'act-contact-point'))
      await choose(page.locator('#record-party-0'), nameOf('EE', language))
      const aid = page.getByRole('region', { name: t('cbm.aidTitle') })
      const measure = aid.getByRole('link', { name: 'Name points of contact and keep them current' })
      await measure.waitFor()
      await look()
      await reach(measure)
      await follow(asked, ON_RECORD('cbm:osce-8'))
      await openSource(asked, 'Name points of contact', 'PC.DEC/1106')
    },
  },
  {
    asks: 'Does text A add to the eleven norms, repeat or contradict them?',
    async answer(asked) {
      const { page, go, reach, type, press, t, look } = asked
      await go(t('action.compare'))
      await reach(page.getByLabel(t('compare.text')))
      await type('States should report vulnerabilities responsibly and share remedies.')
      await reach(page.getByRole('button', { name: t('compare.compare'), exact: true }))
      await press('Enter')
      const norm = page.locator('.clause').getByRole('link', { name: '(j)' }).first()
      await norm.waitFor()
      await look()
      await reach(norm)
      await follow(asked, /\/norms\/un-j/)
      await page.getByText('A/70/174').first().waitFor()
    },
  },
  {
    asks: 'May this evidence be used for a listing? (PFO-43)',
    async answer(asked) {
      const { page, step, choose, t, kind, language, look } = asked
      const item = kind('evidence-item')
      await newRecord(asked, item.id, 'Image of the seized server')
      await choose(page.locator('#record-originator-0'), nameOf('EE', language))
      await step(page.locator('#record-legalBasis-0'), stepTo(item, 'legalBasis', 'lb-mla'))
      await putOnRecord(asked, 'Letter of the prosecutor')
      await page.getByText(t('finding.use.ask-counsel')).waitFor()
      await page.getByText(t('finding.fromCriminalProcedure')).waitFor()
      await page
        .getByRole('link', { name: 'Mutual legal assistance and European Investigation Order' })
        .waitFor()
      await look()
      await openSource(asked, wordOf(item, 'legalBasis', 'lb-mla'), 'Letter of the prosecutor')
    },
  },
  {
    asks: 'Is this export, gift or course a surveillance risk? (PFO-40)',
    async answer(asked) {
      const { page, step, t, kind, look } = asked
      const screening = kind('screening')
      await newRecord(asked, screening.id, 'Course on lawful interception')
      for (const property of [
        'speciallyDesigned',
        'covert',
        'naturalPersons',
        'monitors',
        'fromSystems',
        'repression',
      ])
        await step(page.locator(`#record-${property}-0`), stepTo(screening, property, 'yes'))
      await step(page.locator('#record-listed-0'), stepTo(screening, 'listed', 'no'))
      await putOnRecord(asked, 'Note of the project team')
      await page.getByText(t('finding.duty.notify')).waitFor()
      await page.getByText(t('finding.screeningRests')).waitFor()
      await look()
      await openSource(asked, wordOf(screening, 'covert', 'yes'), 'Note of the project team')
    },
  },
  {
    asks: 'What changed since the last review?',
    async answer(asked) {
      const { page, go, press, reach, row, t, language, look } = asked
      await go(nameOf('GB', language))
      await reach(page.locator('section[aria-labelledby="promised"] summary'))
      await press('Enter')
      await row('Hold the third round')
      await follow(asked, ON_RECORD('commitment:eu-uk-third-round'))
      await reach(page.locator('summary', { hasText: t('portfolio.history') }))
      await press('Enter')
      await look()
      await openSource(asked, /2025/, 'EEAS')
    },
  },
  {
    asks: 'What do we not know? (PFO-51)',
    async answer(asked) {
      const { page, go, row, t, look } = asked
      await go(t('action.openPoints'))
      await page.getByRole('link', { name: 'EU–NATO: cyber exercises' }).first().waitFor()
      await look()
      await row('EU–NATO: cyber exercises')
      await follow(asked, ON_RECORD('commitment:'))
      await openSource(asked, 'EU–NATO: cyber exercises', 'EU')
    },
  },
]
