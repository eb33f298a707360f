import { style_of, type Appearance } from './appearance';
import type { ValidationError } from './validation-error';
import { words_for } from './words';

/** What the account at the bank is named by, of those that ask for it on the page. */
const NUMBERS: Record< string, { field: string; label: string | null; least: number } > = {
	sepa_debit: { field: 'iban', label: 'IBAN', least: 15 },
	bacs_debit: { field: 'account_number', label: null, least: 8 },
	us_bank_account: { field: 'account_number', label: null, least: 9 },
};

const TITLES: Record< string, string > = {
	bacs_debit: 'Bacs Direct Debit',
	bancontact: 'Bancontact',
	blik: 'BLIK',
	eps: 'EPS',
	ideal: 'iDEAL',
	p24: 'Przelewy24',
	sepa_debit: 'SEPA Direct Debit',
	us_bank_account: 'US bank account',
};

export const isDebit = ( type: string ): boolean => type in NUMBERS;

/** The form of a way of paying that is no card: an account and its mandate, or the way to the bank. */
export class BankForm {
	private input: HTMLInputElement | null = null;
	private error: HTMLElement | null = null;

	constructor(
		private readonly type: string,
		private readonly appearance: Appearance | undefined,
		private readonly locale: string | undefined,
		private readonly business: string
	) {}

	static title( type: string ): string {
		return TITLES[ type ] ?? type;
	}

	render( root: HTMLElement ): void {
		const words = words_for( this.locale );
		const style = document.createElement( 'style' );
		style.textContent = style_of( this.appearance );
		const form = document.createElement( 'div' );
		form.className = 'Form';
		const number = NUMBERS[ this.type ];
		if ( number ) {
			const field = document.createElement( 'div' );
			field.className = 'Field Field--wide';
			const label = document.createElement( 'label' );
			Object.assign( label, {
				className: 'Label',
				htmlFor: 'account',
				textContent: number.label ?? words.account,
			} );
			this.input = document.createElement( 'input' );
			Object.assign( this.input, {
				id: 'account',
				name: 'account',
				className: 'Input',
				type: 'text',
				autocomplete: 'off',
			} );
			this.input.setAttribute( 'aria-describedby', 'account-error' );
			this.error = document.createElement( 'p' );
			Object.assign( this.error, { id: 'account-error', className: 'Error' } );
			this.error.setAttribute( 'aria-live', 'polite' );
			field.append( label, this.input, this.error );
			form.append( field );
		}
		const terms = document.createElement( 'p' );
		terms.className = 'Terms';
		terms.textContent = number ? words.mandate.replace( '%s', this.business ) : words.at_bank;
		form.append( terms );
		root.replaceChildren( style, form );
	}

	validate(): ValidationError | null {
		const least = NUMBERS[ this.type ]?.least ?? 0;
		if ( this.number().length >= least ) {
			return null;
		}
		const message = words_for( this.locale ).incomplete_account;
		if ( this.error ) {
			this.error.textContent = message;
		}
		this.input?.focus();
		return { type: 'validation_error', code: 'incomplete_iban', message };
	}

	/** `payment_method_data` as the API takes it. */
	data(): Record< string, string > {
		const number = NUMBERS[ this.type ];
		return {
			'payment_method_data[type]': this.type,
			...( number && { [ `payment_method_data[${ this.type }][${ number.field }]` ]: this.number() } ),
		};
	}

	private number(): string {
		return ( this.input?.value ?? '' ).replace( /\s/g, '' );
	}
}
