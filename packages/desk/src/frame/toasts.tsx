/**
 * Short notices for small things that can be undone; everything else says so in place.
 *
 * The notice goes after a while; what was done last can be undone by key until something else is done.
 */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { Keys } from '../actions/keys.tsx'
import { useText } from '../texts.ts'
import { usePreferences } from './preferences.tsx'

interface Notice {
  readonly id: number
  readonly text: string
  readonly undo?: (() => void) | undefined
}
type Tell = (text: string, undo?: () => void) => void

const Context = createContext<Tell>(() => undefined)
const LastUndo = createContext<(() => void) | undefined>(undefined)

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const { letterShortcuts } = usePreferences()
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const [last, setLast] = useState<Notice>()
  const next = useRef(1)
  const close = useCallback(
    (id: number) => setNotices((list) => list.filter((notice) => notice.id !== id)),
    [],
  )
  const tell = useCallback<Tell>(
    (text, undo) => {
      const id = next.current++
      const notice = { id, text, undo }
      setNotices((list) => [...list.slice(-2), notice])
      if (undo) setLast(notice)
      setTimeout(() => close(id), undo ? 20_000 : 8_000)
    },
    [close],
  )
  const undone = useCallback(
    (notice: Notice) => {
      close(notice.id)
      // one act is undone once, whether by the button or by the key
      setLast((now) => (now?.id === notice.id ? undefined : now))
      notice.undo?.()
    },
    [close],
  )
  const undoLast = useMemo(() => (last ? () => undone(last) : undefined), [last, undone])
  return (
    <Context value={tell}>
      <LastUndo value={undoLast}>{children}</LastUndo>
      <div className="toasts" role="status" aria-live="polite">
        {notices.map((notice) => (
          <div className="toast" key={notice.id}>
            <span>{notice.text}</span>
            {notice.undo && (
              <button type="button" className="button-quiet" onClick={() => undone(notice)}>
                {t('toast.undo')}
                {letterShortcuts && notice.id === last?.id && <Keys shortcut="u" />}
              </button>
            )}
            <button
              type="button"
              className="button-quiet"
              aria-label={t('toast.close')}
              onClick={() => close(notice.id)}
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

/** Undoes what was done last in this session; undefined when there is nothing to undo. */
export function useUndoLast(): (() => void) | undefined {
  return useContext(LastUndo)
}
