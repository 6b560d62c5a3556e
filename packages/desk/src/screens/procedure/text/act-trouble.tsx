/** Why something was not recorded: what others did in between, a refusal, or a server out of reach. Nothing is lost. */
import { RefusalNote } from '../../../parts/await.tsx'
import { useText } from '../../../texts.ts'
import { ActsBetween } from '../course/said.tsx'
import { useProcedureOnScreen } from '../procedure-context.ts'
import type { TextAct } from './use-text-act.ts'

interface Props {
  readonly act: TextAct
  /** it can still be done as the procedure stands now */
  readonly stillAllowed: boolean
  readonly onTakeNote?: () => void
}

export function ActTrouble({ act, stillAllowed, onTakeNote }: Props) {
  const t = useText()
  const { doctrine } = useProcedureOnScreen()
  if (act.isWaiting) {
    return (
      <p className="note" data-tone="warn" role="status">
        {t('text.waits')}
      </p>
    )
  }
  if (!act.error) return null
  if (act.between) {
    return (
      <ActsBetween
        acts={act.between}
        doctrine={doctrine}
        stillAllowed={stillAllowed}
        onTake={() => {
          act.takeNote()
          onTakeNote?.()
        }}
      />
    )
  }
  return (
    <>
      <RefusalNote error={act.error} />
      <p className="hint">{t('text.kept')}</p>
    </>
  )
}
