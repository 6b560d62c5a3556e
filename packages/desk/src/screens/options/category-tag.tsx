/** A Toolbox category by name and tag; colour is a second voice. */
import type { Category } from '@demarche/core'
import { useText } from '../../texts.ts'

export function CategoryTag({ category }: { readonly category: Category }) {
  const t = useText()
  return (
    <span className="category" data-category={category}>
      {t(`category.${category}`)}
    </span>
  )
}
