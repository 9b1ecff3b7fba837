/** How likely a class of providers is to withdraw: own assumptions before those that ship. */
import type { Assumption, AssumptionCase } from '@holdfast/dossier'
import { type Interval, UNKNOWN_LIKELIHOOD } from '@holdfast/kernel'
import { CLASS_OF_OTHERS } from './supply.ts'

export interface Likelihood {
  readonly interval: Interval
  /** Null when nobody assumed anything: the likelihood is [0, 1]. */
  readonly assumption: Assumption | null
}

export class Assumptions {
  readonly #byKey = new Map<string, Assumption>()
  readonly #unexposed = new Set<string>()

  constructor(assumptions: readonly Assumption[]) {
    for (const assumption of assumptions) {
      const { own, regime } = assumption
      const key = keyOf(own, assumption.class, regime, assumption.case)
      if (!this.#byKey.has(key)) this.#byKey.set(key, assumption)
      if (assumption.unexposed) this.#unexposed.add(`${assumption.class} ${regime}`)
    }
  }

  isUnexposed(className: string, regime: string): boolean {
    return this.#unexposed.has(`${className} ${regime}`)
  }

  /** The interval for a case: the class's own, the class's general one, that of other classes. */
  likelihood(className: string, regime: string, wanted: AssumptionCase): Likelihood {
    for (const name of [className, CLASS_OF_OTHERS]) {
      const assumption = this.#find(name, regime, wanted) ?? this.#find(name, regime, 'any')
      if (assumption !== null) return { interval: assumption.interval, assumption }
    }
    return { interval: UNKNOWN_LIKELIHOOD, assumption: null }
  }

  /** The class's interval for a contested withdrawal; null when it has none of its own. */
  contested(className: string, regime: string): Assumption | null {
    return this.#find(className, regime, 'contested')
  }

  #find(className: string, regime: string, wanted: AssumptionCase): Assumption | null {
    return (
      this.#byKey.get(keyOf(true, className, regime, wanted)) ??
      this.#byKey.get(keyOf(false, className, regime, wanted)) ??
      null
    )
  }
}

function keyOf(own: boolean, className: string, regime: string, wanted: AssumptionCase): string {
  return `${own ? 'own' : 'shipped'} ${className} ${regime} ${wanted}`
}
