/**
 * What precedents are compared by, in words: the feature, and what stands there on either side.
 *
 * Takes the names that core gives to features, and its words for them, several with commas between.
 */
import { words } from '../../parts/format-value.ts'
import { caseWord } from '../../record/case-texts.ts'
import { isTextKey, type Say } from '../../texts.ts'

/** A dimension, or one of the features that core names. @example sayFeature(t, 'scale') // 'Scale' */
export function sayFeature(t: Say, feature: string): string {
  const dimension = `dimension.${feature}`
  if (isTextKey(dimension)) return t(dimension)
  const key = `options.feature.${feature.replaceAll(' ', '-')}`
  return isTextKey(key) ? t(key) : words(feature)
}

/** @example sayFeatureValues(t, 'effects', 'data-theft, disruption') // 'data theft, disruption' */
export function sayFeatureValues(t: Say, feature: string, values: string): string {
  return values
    .split(', ')
    .map((value) => {
      if (value === 'yes' || value === 'no') return t(`value.${value}`)
      const key = `options.featureValue.${value}`
      return isTextKey(key) ? t(key) : caseWord(feature, value)
    })
    .join(', ')
}
