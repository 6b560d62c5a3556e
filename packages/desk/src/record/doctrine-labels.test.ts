import { afterEach, expect, test } from 'vitest'
import { loadDoctrine } from '@demarche/doctrine'
import { labelsIn, readLabelled, sayLabels } from './doctrine-labels.ts'

afterEach(() => sayLabels(new Map()))

const [measure] = loadDoctrine().measures
const [question] = loadDoctrine().rightsCheck?.questions ?? []
if (!measure || !question) throw new Error('the doctrine has no measure, or no question of the rights check')

test('labels of doctrine are read in the language of the desk, its questions and the steps of its scales too', async () => {
  const labels = await labelsIn('de')
  sayLabels(labels)
  const { label } = measure
  const answer = {
    label,
    measureLabel: label,
    question,
    severity: { levels: loadDoctrine().rightsCheck?.severity.likelihood.levels },
  }
  const said = readLabelled<typeof answer>(JSON.stringify(answer))
  expect(said.label).toBe(labels.get(label))
  expect(said.label).not.toBe(label)
  expect(said.measureLabel).toBe(labels.get(label))
  expect(said.question.question).toBe(labels.get(question.question))
  expect(said.question.question).not.toBe(question.question)
  expect(said.severity.levels).not.toEqual(answer.severity.levels)
})

test('words that people wrote stay as they wrote them, also where they are those of a label', async () => {
  sayLabels(await labelsIn('de'))
  const answer = {
    entity: 'consultation:x',
    question: measure.label,
    title: measure.label,
    notes: [measure.label],
  }
  expect(readLabelled(JSON.stringify(answer))).toEqual(answer)
})

test('says measure, track and step of a procedure in the language, and leaves what people wrote', async () => {
  sayLabels(await labelsIn('fr'))
  const answer = JSON.stringify({
    title: 'Council conclusions',
    trackLabel: 'Council conclusions',
    state: { label: 'Council conclusions' },
  })
  expect(readLabelled(answer)).toEqual({
    title: 'Council conclusions',
    trackLabel: 'Conclusions du Conseil',
    state: { label: 'Conclusions du Conseil' },
  })
})

test('says items of guidance, usual times and what is expected of positions, and leaves what people wrote', async () => {
  const labels = await labelsIn('fr')
  sayLabels(labels)
  const item = loadDoctrine().norms[0]?.items[0]
  const time = measure.leadTime
  const answer = { items: [item], leadTime: time, expects: 'no consensus', remark: { text: time.text } }
  const said = readLabelled<typeof answer>(JSON.stringify(answer))
  expect(said.items[0]?.text).toBe(labels.get(item?.text ?? ''))
  expect(said.items[0]?.text).not.toBe(item?.text)
  expect(said.leadTime.text).not.toBe(time.text)
  expect(said.expects).toBe('pas de consensus')
  expect(said.remark.text).toBe(time.text)
})

test('says what a test says of itself when it is met or not, in the words of a paper', async () => {
  sayLabels(await labelsIn('fr'))
  const ofUnion = loadDoctrine().tests.find(({ id }) => id === 'test-target-union')
  const answer = { tests: [{ label: ofUnion?.label, wording: ofUnion?.wording }], wording: null }
  const said = readLabelled<typeof answer>(JSON.stringify(answer))
  expect(said.tests[0]?.wording).toEqual({
    true: 'condition remplie',
    false: 'aucune des cibles de l’Union énumérées',
  })
  expect(said.wording).toBe(null)
})
