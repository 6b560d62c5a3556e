import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadDoctrine } from '@demarche/doctrine'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { type RightsAnswer, RIGHTS_ANSWERS, rightsAnswerSchema } from '../incident/rights-statements.ts'
import { checkValue } from '../kernel/vocabulary.ts'
import { type Marking, WORKING } from '../kernel/marking.ts'
import { identify, type Statement, type StatementReference } from '../kernel/statement.ts'
import type { Value } from '../kernel/value.ts'
import { sayRefusal } from '../refusal/say-refusal.ts'
import { compareGravity, openingsOf, questionsFor, readCheck, setsOnRecord } from './read-check.ts'
import { weighOpening } from './weigh-opening.ts'
import { weighSignature } from './weigh-signature.ts'

const law = loadDoctrine()
const TODAY = '2026-11-24'
const SET = ['rest-asset-freeze', 'stab-hr-declaration']
const ASKED = questionsFor(law, SET, TODAY).map(({ question }) => question.id)

let minute = 0
const say = (
  property: string,
  value: Value,
  more: { marking?: Marking; retracts?: StatementReference[]; supersedes?: StatementReference[] } = {},
): Statement =>
  identify({
    entity: 'case:x',
    kind: 'case',
    assertions: property === '' ? [] : [{ property, value }],
    source: { document: 'note', verified: true },
    grading: { reliability: 'B', credibility: '2' },
    marking: more.marking ?? WORKING,
    assertedBy: 'EE',
    assertedAt: new Date(Date.parse('2026-11-24T08:00:00.000Z') + (minute += 1) * 60_000).toISOString(),
    ...(more.retracts ? { retracts: more.retracts } : {}),
    ...(more.supersedes ? { supersedes: more.supersedes } : {}),
  })
const CONCERN = {
  groups: 'customers',
  severity: { scale: 2, scope: 1, irremediability: 1 },
  likelihood: 1,
} as const
const answer = (
  question: string,
  word: RightsAnswer['answer'],
  more: Partial<RightsAnswer> = {},
): RightsAnswer =>
  rightsAnswerSchema.parse({
    measures: SET,
    question,
    answer: word,
    grounds: 'because',
    ...(word === 'concern' ? CONCERN : {}),
    ...more,
  })
const answered = (
  question: string,
  word: RightsAnswer['answer'] = 'no-concern',
  more: Partial<RightsAnswer> = {},
) => say('rights.answer', answer(question, word, more))
const sign = (reviewBy = '2027-05-01', marking = WORKING) =>
  say('rights.signature', { measures: SET, reviewBy }, { marking })
const whole = () => ASKED.map((question) => answered(question))
const read = (statements: readonly Statement[], on = TODAY) => readCheck(law, SET, statements, on)

const anAnswer = fc
  .tuple(
    fc.constantFrom(...ASKED),
    fc.constantFrom(...RIGHTS_ANSWERS),
    fc.record({ scale: level(), scope: level(), irremediability: level() }),
    level(),
    fc.boolean(),
  )
  .map(([question, word, severity, likelihood, isMitigated]) =>
    answer(
      question,
      word,
      word === 'concern' ? { severity, likelihood, ...(isMitigated ? { mitigation: 'a licence' } : {}) } : {},
    ),
  )
function level() {
  return fc.constantFrom(1 as const, 2 as const, 3 as const)
}
const record = (answers: readonly RightsAnswer[]) => answers.map((one) => say('rights.answer', one))

describe('which questions are asked (RGT-01)', () => {
  it('by category, by what may name somebody, and those asked of every measure', () => {
    expect(ASKED).toEqual([
      'hm-01',
      'hm-02',
      'hm-03',
      'hm-04',
      'hm-05',
      'hm-06',
      'hm-07',
      'hm-11',
      'hm-13',
      'hm-14',
    ])
    const asked = (measures: string[]) =>
      questionsFor(law, measures, TODAY).map(({ question }) => question.id)
    expect(asked(['coop-technical'])).toEqual(['hm-01', 'hm-02', 'hm-09', 'hm-10', 'hm-13', 'hm-14'])
    expect(asked(['support-technical-assist'])).toContain('hm-12')
    expect(asked(['stab-hr-declaration-no-attribution'])).not.toContain('hm-07')
    expect(questionsFor(law, SET, TODAY).find(({ question }) => question.id === 'hm-07')?.about).toEqual([
      'stab-hr-declaration',
    ])
  })

  it('every measure of the pack is asked something, and none by a pack without a rights check', () => {
    for (const { id } of law.measures) expect(questionsFor(law, [id], TODAY).length, id).toBeGreaterThan(3)
    expect(questionsFor({ measures: law.measures }, SET, TODAY)).toEqual([])
  })
})

const refusal = (value: Value) => {
  const refused = checkValue(CASE_VOCABULARY, 'rights.answer', value)
  return refused && sayRefusal(refused.words)
}
const gravest = (one: RightsAnswer) => Math.max(...Object.values(one.severity ?? {}))

describe('what an answer must say (RGT-02)', () => {
  it('grounds always; groups, severity and likelihood of a concern, and of nothing else', () => {
    const plain = { measures: SET, question: 'hm-01', answer: 'no-concern', grounds: 'because' }
    expect(refusal(plain)).toBeNull()
    expect(refusal({ ...plain, grounds: ' ' })).toMatch(/grounds/)
    expect(refusal({ ...plain, answer: 'concern' })).toMatch(/groups.*RGT-02/)
    expect(refusal({ ...plain, likelihood: 2 })).toMatch(/likelihood.*RGT-02/)
    expect(refusal({ ...plain, measures: SET.toReversed() })).toMatch(/order of the alphabet/)
    expect(CASE_VOCABULARY.find('rights.guess')).toBeUndefined()
  })
})

describe('what answers come to (RGT-03)', () => {
  it('an open question never counts as no concern', () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 12 }), (answers) => {
        const check = read(record(answers))
        for (const { question, outcome } of check.questions) {
          const words = new Set(answers.filter((one) => one.question === question).map((one) => one.answer))
          expect(check.open.includes(question)).toBe(!words.has('concern') && !words.has('no-concern'))
          if (check.open.includes(question)) expect(['not-known', 'unanswered']).toContain(outcome)
          if (words.has('concern')) expect(outcome).toBe('concern')
        }
      }),
    )
  })

  it('adding an answer never makes a check less complete, nor takes a concern away', () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 8 }), anAnswer, (answers, one) => {
        const [before, after] = [record(answers), say('rights.answer', one)]
        const [small, large] = [read(before), read([...before, after])]
        for (const part of ['open', 'unanswered'] as const)
          expect(large[part].every((question) => small[part].includes(question))).toBe(true)
        expect(small.concerns.every((question) => large.concerns.includes(question))).toBe(true)
      }),
    )
  })

  it('does not depend on the order of the statements, nor on other sets and other facts', () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 8 }), (answers) => {
        const own = record(answers)
        const other = [
          say('rights.answer', { ...answer('hm-01', 'concern'), measures: ['coop-technical'] }),
          say('summary', 'Rain'),
        ]
        expect(read([...own, ...other].toReversed())).toEqual(read(own))
        expect(setsOnRecord([...own, ...other]).map((set) => set.join())).toEqual(
          answers.length === 0 ? ['coop-technical'] : ['coop-technical', SET.join()],
        )
      }),
    )
  })

  it('a concern that others do not share is contested, and counts', () => {
    const [question] = read([answered('hm-01'), answered('hm-01', 'concern')]).questions
    expect(question).toMatchObject({ outcome: 'concern', contested: true })
  })
})

describe('how concerns are put in order (RGT-04)', () => {
  it('severity first, likelihood second: an irreversible harm to few before a mild one to many', () => {
    const few = answer('hm-01', 'concern', {
      severity: { scale: 2, scope: 1, irremediability: 3 },
      likelihood: 1,
    })
    const many = answer('hm-02', 'concern', {
      severity: { scale: 1, scope: 2, irremediability: 1 },
      likelihood: 3,
    })
    expect(compareGravity(few, many)).toBeLessThan(0)
    expect(read(record([many, few])).concerns).toEqual(['hm-01', 'hm-02'])
  })

  it('is an order, and likelihood decides only between equals', () => {
    const concern = anAnswer.filter((one) => one.answer === 'concern')
    fc.assert(
      fc.property(concern, concern, concern, (a, b, c) => {
        expect(Math.sign(compareGravity(a, b))).toBe(-Math.sign(compareGravity(b, a)) || 0)
        if (compareGravity(a, b) <= 0 && compareGravity(b, c) <= 0)
          expect(compareGravity(a, c)).toBeLessThanOrEqual(0)
        if (gravest(a) > gravest(b)) expect(compareGravity(a, b)).toBeLessThan(0)
      }),
    )
  })
})

describe('a signature', () => {
  it('is refused while a question has no answer, and for a day of review that is not ahead (RGT-05)', () => {
    const most = whole().slice(1)
    const weigh = (statements: Statement[], reviewBy: string, marking = WORKING) =>
      weighSignature(law, { measures: SET, reviewBy }, marking, statements, TODAY)
    expect(weigh(most, '2027-01-01')).toMatchObject({
      part: 'measures',
      message: expect.stringContaining('hm-01'),
    })
    expect(weigh(whole(), TODAY)).toMatchObject({ part: 'reviewBy', rule: 'RGT-05' })
    expect(weigh([...most, answered('hm-01', 'not-known')], '2027-01-01')).toBeNull()
  })

  it('is not seen by who may not see what was signed (RGT-11)', () => {
    const strict = { ...WORKING, releasableTo: ['EE'] }
    const statements = [...whole(), say('rights.answer', answer('hm-01', 'not-known'), { marking: strict })]
    const weigh = (marking: Marking) =>
      weighSignature(law, { measures: SET, reviewBy: '2027-01-01' }, marking, statements, TODAY)
    expect(weigh(WORKING)).toMatchObject({ part: 'marking', rule: 'RGT-11' })
    expect(weigh(strict)).toBeNull()
  })

  it('stands until something comes, is corrected or is withdrawn; then it is stale (RGT-06)', () => {
    const answers = whole()
    const signature = sign()
    const signed = [...answers, signature]
    const [first] = answers
    if (!first) throw new Error('no answer')
    expect(read(signed)).toMatchObject({
      standing: 'signed',
      signature: { party: 'EE', statement: signature.id },
    })
    const later = [
      answered('hm-01', 'concern'),
      say('', '', { retracts: [{ statement: first.id }] }),
      say('rights.answer', answer('hm-01', 'not-known'), { supersedes: [{ statement: first.id }] }),
    ]
    for (const one of later) {
      expect(read([...signed, one]).standing).toBe('stale')
      const again = sign()
      expect(read([...signed, one, again]).standing).toBe(one.retracts === undefined ? 'signed' : 'stale')
    }
    expect(read([...signed, say('', '', { retracts: [{ statement: signature.id }] })]).standing).toBe(
      'unsigned',
    )
    expect(read(signed.filter(({ id }) => id !== first.id)).standing).toBe('stale')
    expect(read([first, sign()]).standing).toBe('stale')
    expect(readCheck(law, ['rest-asset-freeze'], signed, TODAY).standing).toBe('none')
  })

  it('stands until its day of review, the longest of several (RGT-07)', () => {
    const statements = [...whole(), sign('2027-03-01'), sign('2026-12-01')]
    expect(read(statements, '2027-03-01').standing).toBe('signed')
    expect(read(statements, '2027-03-02').standing).toBe('review-due')
  })

  it('never stands over a question without an answer, nor over what came later', () => {
    const parts = fc.tuple(fc.array(anAnswer, { maxLength: 4 }), fc.array(anAnswer, { maxLength: 1 }))
    fc.assert(
      fc.property(parts, fc.boolean(), ([before, after], isWhole) => {
        const first = isWhole ? whole() : whole().slice(1)
        const check = read([...first, ...record(before), sign(), ...record(after)])
        const isAnswered = isWhole || before.some(({ question }) => question === ASKED[0])
        expect(check.standing === 'signed').toBe(isAnswered && after.length === 0)
        if (check.standing === 'signed') expect(check.unanswered).toEqual([])
      }),
    )
  })
})

const weigh = (statements: readonly Statement[], path: 'normal' | 'crisis' = 'normal', on = TODAY) =>
  weighOpening(law, read(statements, on), path, on)
/** All is answered, the first question so, and signed. */
const signedWith = (one: Statement) => [...whole().slice(1), one, sign()]

describe('opening a procedure on a check', () => {
  it('is refused without one that stands, and says what is missing (RGT-08)', () => {
    expect(weigh([])).toMatchObject({
      opens: 'refused',
      rule: 'RGT-08',
      why: expect.stringContaining('None is on record'),
    })
    expect(weigh([])).toMatchObject({
      why: expect.stringContaining('Freeze of funds and economic resources'),
    })
    expect(weigh(whole().slice(1))).toMatchObject({
      why: expect.stringMatching(/Nobody has signed.*\(hm-01\)/),
    })
    expect(weigh([...whole(), sign(), answered('hm-01')])).toMatchObject({
      why: expect.stringContaining('changed since'),
    })
    expect(weigh([...whole(), sign('2026-12-01')], 'normal', '2027-01-01')).toMatchObject({
      why: expect.stringContaining('2026-12-01'),
    })
    expect(weigh([...whole(), sign()])).toEqual({ opens: 'free' })
  })

  it('asks for a reason where something is open, or severe and unmitigated, and forbids nothing (RGT-09)', () => {
    expect(weigh(signedWith(answered('hm-01', 'not-known')))).toMatchObject({
      opens: 'reason',
      rule: 'RGT-09',
      why: expect.stringContaining('Who else feels it (hm-01)'),
    })
    const severe = { severity: { scale: 3, scope: 1, irremediability: 1 } } as const
    expect(weigh(signedWith(answered('hm-01', 'concern', severe)))).toMatchObject({ opens: 'reason' })
    expect(weigh(signedWith(answered('hm-01', 'concern', { ...severe, mitigation: 'a licence' })))).toEqual({
      opens: 'free',
    })
    expect(weigh(signedWith(answered('hm-01', 'concern')))).toEqual({ opens: 'free' })
  })

  it('on the crisis path asks the same, in its own words (RGT-10)', () => {
    expect(weigh([], 'crisis')).toMatchObject({
      opens: 'refused',
      rule: 'RGT-10',
      why: expect.stringContaining('cannot be found out in time'),
    })
    const open = [...whole().slice(1), answered('hm-01', 'not-known'), sign()]
    expect(weigh(open, 'crisis')).toMatchObject({ opens: 'reason', why: expect.stringContaining('Urgency') })
  })

  it('asks nothing where nothing is asked', () => {
    const none = { measures: law.measures }
    expect(weighOpening(none, readCheck(none, SET, [], TODAY), 'normal', TODAY)).toEqual({ opens: 'free' })
  })

  it('is found again by the procedure, as it was said with its first act (RGT-12)', () => {
    const opening = { measures: SET, procedure: 'procedure:x-1', reason: 'it cannot wait' }
    const said = say('rights.opening', opening)
    const statements = [said, say('', '', { retracts: [{ statement: said.id }] })]
    expect(openingsOf(statements)).toEqual([{ opening, at: said.assertedAt }])
  })
})
