/** A drawer for one act: correct, retract, find, rate. Returns the focus to where it came from. */
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../texts.ts'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

export function SideDialog({ title, onClose, children }: Props) {
  const t = useText()
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
