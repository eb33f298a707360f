import type { Appearance } from './appearance';
import { CardForm } from './card-form';
import type { ValidationError } from './validation-error';

type Listener = ( event: Record< string, unknown > ) => void;

/**
 * The form with the card. Stripe's lives in a frame of js.stripe.com; this one in a shadow root,
 * so that the page's styles and scripts meet it only through the same calls and events.
 */
export class PaymentElement {
	private host: HTMLElement | null = null;
	private readonly listeners = new Map< string, Set< Listener > >();
	private readonly form: CardForm;

	constructor(
		appearance: Appearance | undefined,
		locale: string | undefined,
		/** Settles when the intent was read: only then is the form of use. */
		private readonly loading: Promise< void >,
		private readonly gone: () => void
	) {
		this.form = new CardForm( appearance, locale, ( what, more ) => this.fire( what, more ) );
	}

	mount( target: string | HTMLElement ): void {
		const place = typeof target === 'string' ? document.querySelector( target ) : target;
		if ( ! place ) {
			throw new Error(
				`The selector you specified (${ String( target ) }) applies to no DOM elements that are currently on the page. Make sure the element exists on the page before calling mount().`
			);
		}
		this.unmount();
		const host = document.createElement( 'div' );
		host.className = '__PrivateStripeElement';
		this.host = host;
		place.replaceChildren( host );
		this.loading.then(
			() => {
				// Unmounted or mounted anew while it was loading: that one reports for itself.
				if ( this.host === host ) {
					this.form.render( host.attachShadow( { mode: 'open' } ) );
					this.fire( 'ready' );
				}
			},
			( error: unknown ) => this.fire( 'loaderror', { error } )
		);
	}

	on( name: string, listener: Listener ): this {
		this.listeners.set( name, ( this.listeners.get( name ) ?? new Set() ).add( listener ) );
		return this;
	}

	off( name: string, listener?: Listener ): this {
		if ( listener ) {
			this.listeners.get( name )?.delete( listener );
		} else {
			this.listeners.delete( name );
		}
		return this;
	}

	once( name: string, listener: Listener ): this {
		const first: Listener = ( event ) => {
			this.off( name, first );
			listener( event );
		};
		return this.on( name, first );
	}

	focus(): void {
		this.form.focus();
	}

	blur(): void {
		this.form.blur();
	}

	clear(): void {
		this.form.clear();
	}

	collapse(): this {
		return this;
	}

	update( options: { readOnly?: boolean } ): this {
		this.form.set_read_only( options.readOnly === true );
		return this;
	}

	unmount(): void {
		this.host?.remove();
		this.host = null;
		this.form.forget();
	}

	destroy(): void {
		this.unmount();
		this.listeners.clear();
		this.gone();
	}

	restyle( appearance: Appearance ): void {
		this.form.restyle( appearance );
	}

	/** Shows what is wrong, moves to the first mistake and says it; null when all is well. */
	validate(): ValidationError | null {
		return this.form.validate();
	}

	/** `payment_method_data` as the API takes it. */
	data(): Record< string, string > {
		return this.form.data();
	}

	private fire( name: string, more: Record< string, unknown > = {} ): void {
		this.listeners.get( name )?.forEach( ( listener ) => listener( { elementType: 'payment', ...more } ) );
	}
}
