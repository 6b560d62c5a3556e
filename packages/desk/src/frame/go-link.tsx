/** A link inside the desk that keeps the as-of date. */
import type { ComponentProps } from 'react'
import { Link } from 'wouter'
import { useAddress } from './address.ts'

type Props = Omit<ComponentProps<'a'>, 'href'> & { readonly to: string }

export function GoLink({ to, ...rest }: Props) {
  const address = useAddress()
  return <Link href={address(to)} {...rest} />
}
