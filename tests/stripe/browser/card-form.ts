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

const FIELDS: readonly { name: Field; autocomplete: string; wide: boolean }[] = [
	{ name: 'number', autocomplete: 'cc-number', wide: true },
	{ name: 'expiry', autocomplete: 'cc-exp', wide: false },
	{ name: 'cvc', autocomplete: 'cc-csc', wide: false },
];

type Told = 'change' | 'focus' | 'blur';

/** The three fields, what is typed into them, and what is said about it. Without a page they are empty. */
export class CardForm {
	private readonly inputs = new Map< Field, HTMLInputElement >();
	private touched = new Set< Field >();
	private style: HTMLStyleElement | null = null;

	constructor(
		private appearance: Appearance | undefined,
		private readonly locale: string | undefined,
		private readonly tell: ( what: Told, more?: Record< string, unknown > ) => void
	) {}

	render( root: ShadowRoot | HTMLElement ): void {
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
			input.addEventListener( 'focus', () => this.tell( 'focus' ) );
			const error = document.createElement( 'p' );
			Object.assign( error, { id: `${ name }-error`, className: 'Error' } );
			error.setAttribute( 'aria-live', 'polite' );
			field.append( label, input, error );
			form.append( field );
			this.inputs.set( name, input );
		}
		root.replaceChildren( this.style, form );
	}

	/** The page took the form away, with what was typed. */
	forget(): void {
		this.inputs.clear();
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

	set_read_only( isReadOnly: boolean ): void {
		this.inputs.forEach( ( input ) => ( input.readOnly = isReadOnly ) );
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
		this.tell( 'blur' );
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
		this.tell( 'change', { empty, complete, collapsed: false, value: { type: 'card' } } );
	}
}
