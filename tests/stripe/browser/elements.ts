import type { Appearance } from './appearance';
import type { Intent, Remote } from './remote';
import { PaymentElement } from './payment-element';
import type { ValidationError } from './validation-error';

export interface ElementsOptions {
	clientSecret?: string;
	appearance?: Appearance;
	locale?: string;
}

/** A group of elements for one intent. The fake has one kind of element: `payment`. */
export class Elements {
	private element: PaymentElement | null = null;
	private readonly loading: Promise< Intent >;

	constructor(
		private readonly remote: Remote,
		readonly options: ElementsOptions
	) {
		if ( ! options.clientSecret ) {
			throw new Error(
				'In order to create a payment element, you must pass a clientSecret when creating the Elements group.'
			);
		}
		this.loading = remote.retrieve( options.clientSecret );
		// Told to the page by `loaderror`; without a mounted element there is nobody to tell.
		this.loading.catch( () => undefined );
	}

	create( kind: string, { business }: { business?: { name: string } } = {} ): PaymentElement {
		if ( kind !== 'payment' ) {
			throw new Error( `The fake has the payment element only, not ${ kind }.` );
		}
		if ( this.element ) {
			throw new Error( 'Can only create one Element of type payment.' );
		}
		const ready = this.loading.then( ( intent ) => intent.payment_method_types ?? [ 'card' ] );
		this.element = new PaymentElement(
			this.options.appearance,
			this.options.locale,
			ready,
			() => {
				this.element = null;
			},
			business?.name ?? 'Counterfoil test account'
		);
		return this.element;
	}

	getElement( kind: string ): PaymentElement | null {
		return kind === 'payment' ? this.element : null;
	}

	update( options: ElementsOptions ): void {
		Object.assign( this.options, options );
		if ( options.appearance ) {
			this.element?.restyle( options.appearance );
		}
	}

	async fetchUpdates(): Promise< { error?: unknown } > {
		try {
			await this.remote.retrieve( this.options.clientSecret ?? '' );
			return {};
		} catch ( error ) {
			return { error };
		}
	}

	async submit(): Promise< { error?: ValidationError; selectedPaymentMethod?: string } > {
		const error = this.mounted().validate();
		return error ? { error } : { selectedPaymentMethod: 'card' };
	}

	/** @throws Error when there is no form to take a card from, as Stripe.js does. */
	mounted(): PaymentElement {
		if ( ! this.element ) {
			throw new Error( 'Invalid value for elements: elements should have a mounted Payment Element.' );
		}
		return this.element;
	}
}
