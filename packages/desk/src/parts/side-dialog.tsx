/**
 * A drawer for one act: correct, retract, find, rate. Returns the focus to where it came from; where the act took that
 * away, to the work.
 */
import { type ReactNode, useEffect } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../texts.ts'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** By then the focus is back, or what it came from has gone. */
const SETTLED_MS = 300

function focusWork(): void {
  if (document.activeElement === null || document.activeElement === document.body)
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
}

export function SideDialog({ title, onClose, children }: Props) {
  const t = useText()
  useEffect(() => () => void window.setTimeout(focusWork, SETTLED_MS), [])
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal drawer">
        <Dialog data-modal="">
          <div className="drawer-head">
            <Heading slot="title">{title}</Heading>
            <button type="button" className="button-quiet" onClick={onClose}>
              {t('dialog.close')}
            </button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
