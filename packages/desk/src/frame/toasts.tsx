/**
 * Short notices for small things that can be undone; everything else says so in place.
 */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { useText } from '../texts.ts'

interface Notice {
  readonly id: number
  readonly text: string
  readonly undo?: (() => void) | undefined
}
type Tell = (text: string, undo?: () => void) => void

const Context = createContext<Tell>(() => undefined)

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const next = useRef(1)
  const close = useCallback(
    (id: number) => setNotices((list) => list.filter((notice) => notice.id !== id)),
    [],
  )
  const tell = useCallback<Tell>(
    (text, undo) => {
      const id = next.current++
      setNotices((list) => [...list.slice(-2), { id, text, undo }])
      setTimeout(() => close(id), undo ? 20_000 : 8_000)
    },
    [close],
  )
  const shown = useMemo(() => notices, [notices])
  return (
    <Context value={tell}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {shown.map(({ id, text, undo }) => (
          <div className="toast" key={id}>
            <span>{text}</span>
            {undo && (
              <button
                type="button"
                className="button-quiet"
                onClick={() => {
                  close(id)
                  undo()
                }}
              >
                {t('toast.undo')}
              </button>
            )}
            <button
              type="button"
              className="button-quiet"
              aria-label={t('toast.close')}
              onClick={() => close(id)}
            >
              ×
            </button>
          </div>
        ))}
      </div>
    </Context>
  )
}

/** Shows a notice, with a way back where there is one. */
export function useTell(): Tell {
  return useContext(Context)
}
