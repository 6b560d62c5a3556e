import { countVotes } from '@demarche/core/procedure/voting/count-votes.ts'
import type { Stance, VoteQuestion } from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import { expect, test } from 'vitest'
import en from '../../locales/en.procedure.json'
import type { Say } from '../../texts.ts'
import { sayVoteReason, votingIn } from './say-vote-reason.ts'

const population = loadDoctrine().populations.find(({ id }) => id === 'populations-2025')
if (!population) throw new Error('no table of populations')
const states = Object.keys(population.percent)
const texts = new Map(Object.entries(en))
const t: Say = (key, values = {}) =>
  (texts.get(key) ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))

const all = (stance: Stance): Readonly<Record<string, Stance>> =>
  Object.fromEntries(states.map((state) => [state, stance]))

function said(question: Omit<VoteQuestion, 'population'>): readonly string[] {
  const outcome = countVotes({ ...question, population })
  const whole = { members: states.length, voting: votingIn(outcome) }
  return outcome.reasons.map((reason) => sayVoteReason(t, reason, whole, outcome.open.length > 0))
}

test('a condition says its figures, what is needed, and who is absent', () => {
  expect(said({ rule: 'rule-unanimity-tfeu', stances: all('yes'), present: states.slice(1) })).toEqual([
    '26 of 27 present; 14 needed (recalled)',
    '1, with 1 absent and not represented; one is enough to stop it',
  ])
  expect(said({ rule: 'rule-coreu-silence', stances: all('unknown') })).toEqual([
    '0, up to 27 with those still open; one is enough to stop it',
  ])
})

test('a share keeps the rounding of its table, and a minority says what it can do', () => {
  const [inFavour, share, minority] = said({ rule: 'rule-215', stances: { ...all('yes'), MT: 'no' } })
  expect(inFavour).toBe('26 of 27; 15 needed')
  expect(share).toMatch(/^99\.\d+\u00A0% ± 0\.\d+; 65\u00A0% needed$/)
  expect(minority).toBe('1 of 27 not in favour; fewer than 4 cannot block, so the majority counts as reached')
})

test('the brake says what it does, and where it does nothing', () => {
  const brake = { stances: all('yes'), brake: ['HU'] } as const
  expect(said({ rule: 'rule-qmv', ...brake })[0]).toBe('invoked by 1; no vote while it stands')
  expect(said({ rule: 'rule-215', ...brake })[0]).toMatch(/^invoked by 1, without effect/)
})
