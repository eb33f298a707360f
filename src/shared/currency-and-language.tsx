import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { currencies, languages } from './names';
import { SelectField } from './select-field';

interface Values {
	currency: string;
	/** Empty where another's language is taken. */
	locale: string;
}

interface Props {
	readonly values: Values;
	readonly errorOf: ( name: keyof Values ) => string | undefined;
	readonly onChange: ( changes: Partial< Values > ) => void;
	/** Whose language is taken when none is chosen; left out, one has to be. */
	readonly noLanguage?: string;
}

/** What invoices are made in. */
export function CurrencyAndLanguage( { values, errorOf, onChange, noLanguage }: Props ) {
	const currencyList = useMemo( currencies, [] );
	return (
		<div className="counterfoil-form__row">
			<SelectField
				label={ __( 'Currency', 'counterfoil' ) }
				value={ values.currency }
				options={ currencyList }
				error={ errorOf( 'currency' ) }
				onChange={ ( currency ) => onChange( { currency } ) }
			/>
			<SelectField
				label={ __( 'Language of invoices and mails', 'counterfoil' ) }
				value={ values.locale }
				options={ languages( values.locale ) }
				none={ noLanguage }
				error={ errorOf( 'locale' ) }
				onChange={ ( locale ) => onChange( { locale } ) }
			/>
		</div>
	);
}
