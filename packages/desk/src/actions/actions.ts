/**
 * Everything a reader can do from anywhere, once: it feeds the command bar, the shortcut keys and the shortcut help.
 *
 * An action that is not available now says why.
 */
import { CASE_TABS, casePath, type CaseTab } from '../frame/address.ts'
import type { TextKey } from '../texts.ts'

/** What an action may look at and use. */
export interface ActionContext {
  readonly go: (path: string) => void
  readonly entity: string | undefined
  readonly asOf: string | undefined
  readonly setAsOf: (date: string | undefined) => void
  readonly groundsOpen: boolean
  readonly pinGrounds: () => void
  readonly closeGrounds: () => void
  readonly goBack: () => void
  readonly showCommands: () => void
  readonly showShortcuts: () => void
  readonly nextTheme: () => void
  readonly signOut: () => void
  /** undoes what was put on record last in this session, where it can be undone */
  readonly undo: (() => void) | undefined
}

export interface Action {
  readonly id: string
  readonly name: TextKey
  readonly section: 'go' | 'case' | 'view' | 'help'
  /** keys pressed one after the other, e.g. `g c`; `mod` is Ctrl or Cmd */
  readonly shortcut?: string
  /** a single-letter shortcut can be switched off (WCAG 2.1.4) */
  readonly letter?: boolean
  /** true, or the reason why not */
  readonly available: (context: ActionContext) => true | TextKey
  readonly run: (context: ActionContext) => void
}

const always = (): true => true
const onCase = ({ entity }: ActionContext): true | TextKey =>
  entity === undefined ? 'action.needsCase' : true

function goTo(id: string, name: TextKey, path: string, shortcut?: string): Action {
  return {
    id,
    name,
    section: 'go',
    ...(shortcut === undefined ? {} : { shortcut, letter: true }),
    available: always,
    run: ({ go }) => go(path),
  }
}

const TAB_KEYS: Readonly<Record<CaseTab, string>> = {
  facts: 'g f',
  assessment: 'g a',
  attribution: 'g t',
  options: 'g o',
  decision: 'g j',
  documents: 'g p',
  history: 'g h',
}

export const ACTIONS: readonly Action[] = [
  goTo('cases', 'action.cases', '/cases', 'g c'),
  goTo('procedures', 'action.procedures', '/procedures', 'g m'),
  goTo('meetings', 'action.meetings', '/meetings/hwpci', 'g w'),
  goTo('register', 'action.register', '/register', 'g r'),
  goTo('partners', 'action.partners', '/partners', 'g s'),
  goTo('portfolio', 'action.portfolio', '/portfolio', 'g q'),
  goTo('norms', 'action.norms', '/norms', 'g u'),
  goTo('compare', 'action.compare', '/norms/compare'),
  goTo('survey', 'action.survey', '/norms/survey'),
  goTo('confidence', 'action.confidence', '/confidence'),
  goTo('overlaps', 'action.overlaps', '/overlaps'),
  goTo('check-plan', 'overlaps.check', '/overlaps/plan'),
  goTo('changes', 'action.changes', '/changes'),
  goTo('coming', 'action.coming', '/coming'),
  goTo('gaps', 'action.gaps', '/gaps'),
  goTo('goals', 'action.goals', '/goals'),
  goTo('open-points', 'action.openPoints', '/open-points'),
  goTo('doctrine', 'action.doctrine', '/doctrine', 'g d'),
  goTo('import', 'action.import', '/import', 'g i'),
  goTo('new-case', 'action.newCase', '/cases/new', 'g n'),
  goTo('notices', 'action.notices', '/notices', 'g b'),
  goTo('account', 'action.account', '/account'),
  goTo('people', 'action.people', '/people'),
  goTo('record', 'action.record', '/record', 'g l'),
  goTo('help', 'action.help', '/help'),
  ...CASE_TABS.map((tab): Action => ({
    id: `case-${tab}`,
    name: `action.case.${tab}`,
    section: 'case',
    shortcut: TAB_KEYS[tab],
    letter: true,
    available: onCase,
    run: ({ go, entity }) => {
      if (entity !== undefined) go(casePath(entity, tab))
    },
  })),
  {
    id: 'command-bar',
    name: 'action.commands',
    section: 'view',
    shortcut: 'mod+k',
    available: always,
    run: ({ showCommands }) => showCommands(),
  },
  {
    id: 'today',
    name: 'action.today',
    section: 'view',
    available: ({ asOf }) => (asOf === undefined ? 'action.alreadyToday' : true),
    run: ({ setAsOf }) => setAsOf(undefined),
  },
  {
    id: 'undo',
    name: 'action.undo',
    section: 'view',
    shortcut: 'u',
    letter: true,
    available: ({ undo }) => (undo ? true : 'action.nothingToUndo'),
    run: ({ undo }) => undo?.(),
  },
  {
    id: 'pin-grounds',
    name: 'action.pinGrounds',
    section: 'view',
    shortcut: 'p',
    letter: true,
    available: ({ groundsOpen }) => (groundsOpen ? true : 'action.needsGrounds'),
    run: ({ pinGrounds }) => pinGrounds(),
  },
  {
    id: 'close-grounds',
    name: 'action.closeGrounds',
    section: 'view',
    shortcut: 'escape',
    available: always,
    run: ({ groundsOpen, closeGrounds, goBack }) => (groundsOpen ? closeGrounds() : goBack()),
  },
  {
    id: 'theme',
    name: 'action.theme',
    section: 'view',
    available: always,
    run: ({ nextTheme }) => nextTheme(),
  },
  { id: 'print', name: 'action.print', section: 'view', available: always, run: () => window.print() },
  {
    id: 'shortcuts',
    name: 'action.shortcuts',
    section: 'help',
    shortcut: '?',
    letter: true,
    available: always,
    run: ({ showShortcuts }) => showShortcuts(),
  },
  {
    id: 'sign-out',
    name: 'action.signOut',
    section: 'help',
    available: always,
    run: ({ signOut }) => signOut(),
  },
]
