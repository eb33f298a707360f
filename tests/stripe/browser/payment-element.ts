import { style_of, type Appearance } from './appearance';
import {
	expiry_parts,
	digits,
	formatted_cvc,
	formatted_expiry,
	formatted_number,
	mistakes,
	type CardInput,
	type Field,
} from './card-input';
import type { ValidationError } from './validation-error';
import { words_for } from './words';

type Listener = ( event: Record< string, unknown > ) => void;

const FIELDS: readonly { name: Field; autocomplete: string; wide: boolean }[] = [
	{ name: 'number', autocomplete: 'cc-number', wide: true },
	{ name: 'expiry', autocomplete: 'cc-exp', wide: false },
	{ name: 'cvc', autocomplete: 'cc-csc', wide: false },
];

/**
 * The form with the card. Stripe's lives in a frame of js.stripe.com; this one in a shadow root,
 * so that the page's styles and scripts meet it only through the same calls and events.
 */
export class PaymentElement {
	private host: HTMLElement | null = null;
	private readonly inputs = new Map< Field, HTMLInputElement >();
	private readonly listeners = new Map< string, Set< Listener > >();
	private touched = new Set< Field >();
	private style: HTMLStyleElement | null = null;

	constructor(
		private appearance: Appearance | undefined,
		private readonly locale: string | undefined,
		/** Settles when the intent was read: only then is the form of use. */
		private readonly loading: Promise< void >,
		private readonly gone: () => void
	) {}

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
					this.render( host.attachShadow( { mode: 'open' } ) );
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
		this.inputs.get( 'number' )?.focus();
	}

	blur(): void {
		this.inputs.forEach( ( input ) => input.blur() );
	}

	clear(): void {
		this.inputs.forEach( ( input ) => ( input.value = '' ) );
		this.touched = new Set();
		this.show();
		this.changed();
	}

	collapse(): this {
		return this;
	}

	update( options: { readOnly?: boolean } ): this {
		this.inputs.forEach( ( input ) => ( input.readOnly = options.readOnly === true ) );
		return this;
	}

	unmount(): void {
		this.host?.remove();
		this.host = null;
		this.inputs.clear();
	}

	destroy(): void {
		this.unmount();
		this.listeners.clear();
		this.gone();
	}

	restyle( appearance: Appearance ): void {
		this.appearance = appearance;
		if ( this.style ) {
			this.style.textContent = style_of( appearance );
		}
	}

	/** Shows what is wrong, moves to the first mistake and says it; null when all is well. */
	validate(): ValidationError | null {
		FIELDS.forEach( ( { name } ) => this.touched.add( name ) );
		this.show();
		const found = mistakes( this.input(), new Date() );
		const first = FIELDS.find( ( { name } ) => found[ name ] !== null );
		const code = first ? found[ first.name ] : null;
		if ( ! first || ! code ) {
			return null;
		}
		this.inputs.get( first.name )?.focus();
		return { type: 'validation_error', code, message: words_for( this.locale )[ code ] };
	}

	/** `payment_method_data` as the API takes it. */
	data(): Record< string, string > {
		const input = this.input();
		const { month, year } = expiry_parts( input.expiry );
		return {
			'payment_method_data[type]': 'card',
			'payment_method_data[card][number]': digits( input.number ),
			'payment_method_data[card][exp_month]': month,
			'payment_method_data[card][exp_year]': year,
			'payment_method_data[card][cvc]': input.cvc,
		};
	}

	private input(): CardInput {
		const value = ( name: Field ) => this.inputs.get( name )?.value ?? '';
		return { number: value( 'number' ), expiry: value( 'expiry' ), cvc: value( 'cvc' ) };
	}

	private render( root: ShadowRoot ): void {
		const words = words_for( this.locale );
		this.style = document.createElement( 'style' );
		this.style.textContent = style_of( this.appearance );
		const form = document.createElement( 'div' );
		form.className = 'Form';
		for ( const { name, autocomplete, wide } of FIELDS ) {
			const field = document.createElement( 'div' );
			field.className = wide ? 'Field Field--wide' : 'Field';
			const label = document.createElement( 'label' );
			label.className = 'Label';
			label.htmlFor = name;
			label.textContent = words[ name ];
			const input = document.createElement( 'input' );
			Object.assign( input, {
				id: name,
				name,
				className: 'Input',
				inputMode: 'numeric',
				type: 'text',
				autocomplete,
			} );
			input.setAttribute( 'aria-describedby', `${ name }-error` );
			input.placeholder = { number: '1234 1234 1234 1234', expiry: words.expiry_placeholder, cvc: 'CVC' }[ name ];
			input.addEventListener( 'input', () => this.typed( name ) );
			input.addEventListener( 'blur', () => this.left( name ) );
			input.addEventListener( 'focus', () => this.fire( 'focus' ) );
			const error = document.createElement( 'p' );
			Object.assign( error, { id: `${ name }-error`, className: 'Error' } );
			error.setAttribute( 'aria-live', 'polite' );
			field.append( label, input, error );
			form.append( field );
			this.inputs.set( name, input );
		}
		root.replaceChildren( this.style, form );
	}

	private typed( name: Field ): void {
		const input = this.inputs.get( name );
		if ( input ) {
			const atEnd = input.selectionStart === input.value.length;
			const number = this.inputs.get( 'number' )?.value ?? '';
			const value = {
				number: formatted_number,
				expiry: formatted_expiry,
				cvc: ( text: string ) => formatted_cvc( text, number ),
			}[ name ]( input.value );
			// In the middle of a number the caret would jump; it is put in order when the field is left.
			if ( atEnd ) {
				input.value = value;
			}
		}
		this.touched.delete( name );
		this.show();
		this.changed();
	}

	private left( name: Field ): void {
		if ( this.inputs.get( name )?.value ) {
			this.touched.add( name );
		}
		this.show();
		this.fire( 'blur' );
	}

	private show(): void {
		const found = mistakes( this.input(), new Date() );
		const words = words_for( this.locale );
		for ( const [ name, input ] of this.inputs ) {
			const mistake = this.touched.has( name ) ? found[ name ] : null;
			input.classList.toggle( 'Input--invalid', mistake !== null );
			input.setAttribute( 'aria-invalid', String( mistake !== null ) );
			const error = input.nextElementSibling;
			if ( error ) {
				error.textContent = mistake ? words[ mistake ] : '';
			}
		}
	}

	private changed(): void {
		const input = this.input();
		const complete = Object.values( mistakes( input, new Date() ) ).every( ( one ) => one === null );
		const empty = Object.values( input ).every( ( one ) => one === '' );
		this.fire( 'change', { empty, complete, collapsed: false, value: { type: 'card' } } );
	}

	private fire( name: string, more: Record< string, unknown > = {} ): void {
		this.listeners.get( name )?.forEach( ( listener ) => listener( { elementType: 'payment', ...more } ) );
	}
}
