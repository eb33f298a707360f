import type { Appearance } from './appearance';
import { BankForm, isDebit } from './bank-form';
import { CardForm } from './card-form';
import { words_for } from './words';
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
	/** What is chosen instead of a card. */
	private bank: BankForm | null = null;

	constructor(
		private appearance: Appearance | undefined,
		private readonly locale: string | undefined,
		/** Settles when the intent was read: only then is the form of use. */
		private readonly loading: Promise< readonly string[] >,
		private readonly gone: () => void,
		/** Who is named in mandates. */
		private readonly business: string
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
			( types ) => {
				// Unmounted or mounted anew while it was loading: that one reports for itself.
				if ( this.host === host ) {
					this.render( host.attachShadow( { mode: 'open' } ), types );
					this.fire( 'ready' );
				}
			},
			( error: unknown ) => this.fire( 'loaderror', { error } )
		);
	}

	/** A card where there is nothing else; else the ways of paying beside each other. */
	private render( root: ShadowRoot, types: readonly string[] ): void {
		const fields = document.createElement( 'div' );
		const banks = types.filter( ( type ) => type !== 'card' );
		this.form.render( fields );
		root.replaceChildren( fields );
		if ( banks.length === 0 ) {
			return;
		}
		const words = words_for( this.locale );
		const choice = document.createElement( 'fieldset' );
		choice.className = 'Methods';
		const legend = document.createElement( 'legend' );
		legend.textContent = words.methods;
		choice.append( legend );
		for ( const type of [ 'card', ...banks ] ) {
			const label = document.createElement( 'label' );
			const input = document.createElement( 'input' );
			Object.assign( input, { type: 'radio', name: 'method', value: type, checked: type === 'card' } );
			input.addEventListener( 'change', () => this.choose( type, fields ) );
			label.append( input, type === 'card' ? words.card : BankForm.title( type ) );
			choice.append( label );
		}
		root.prepend( choice );
	}

	private choose( type: string, fields: HTMLElement ): void {
		this.bank = type === 'card' ? null : new BankForm( type, this.appearance, this.locale, this.business );
		if ( this.bank ) {
			this.bank.render( fields );
		} else {
			this.form.render( fields );
		}
		this.fire( 'change', {
			complete: ! isDebit( type ) && type !== 'card',
			empty: true,
			collapsed: false,
			value: { type },
		} );
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
		this.appearance = appearance;
		this.form.restyle( appearance );
	}

	/** Shows what is wrong, moves to the first mistake and says it; null when all is well. */
	validate(): ValidationError | null {
		return this.bank ? this.bank.validate() : this.form.validate();
	}

	/** `payment_method_data` as the API takes it. */
	data(): Record< string, string > {
		return this.bank ? this.bank.data() : this.form.data();
	}

	private fire( name: string, more: Record< string, unknown > = {} ): void {
		this.listeners.get( name )?.forEach( ( listener ) => listener( { elementType: 'payment', ...more } ) );
	}
}
