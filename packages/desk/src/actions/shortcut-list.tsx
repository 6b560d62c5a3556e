/** All shortcuts, from the one list of actions. */
import { useText } from '../texts.ts'
import { ACTIONS } from './actions.ts'
import { Keys } from './keys.tsx'

export function ShortcutList() {
  const t = useText()
  return (
    <dl className="shortcut-list">
      {ACTIONS.flatMap(({ id, name, shortcut }) =>
        shortcut === undefined
          ? []
          : [
              <div key={id}>
                <dt>
                  <Keys shortcut={shortcut} />
                </dt>
                <dd>{t(name)}</dd>
              </div>,
            ],
      )}
      <div>
        <dt>
          <Keys shortcut="j k" />
        </dt>
        <dd>{t('shortcuts.move')}</dd>
      </div>
      <div>
        <dt>
          <Keys shortcut="Enter" />
        </dt>
        <dd>{t('shortcuts.open')}</dd>
      </div>
      <div>
        <dt>
          <Keys shortcut="1 … 9" />
        </dt>
        <dd>{t('shortcuts.position')}</dd>
      </div>
      <div>
        <dt>
          <Keys shortcut="0" />
        </dt>
        <dd>{t('shortcuts.liftPosition')}</dd>
      </div>
    </dl>
  )
}
