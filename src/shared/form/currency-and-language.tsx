import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { currencies, languages } from '../names';
import type { FieldOf } from './part';
import { SelectField } from './select-field';

interface Props {
	readonly currency: FieldOf< string >;
	/** Empty where another's language is taken. */
	readonly locale: FieldOf< string >;
	/** Whose language is taken when none is chosen; left out, one has to be. */
	readonly noLanguage?: string;
}

/** What invoices are made in. */
export function CurrencyAndLanguage( { currency, locale, noLanguage }: Props ) {
	const currencyList = useMemo( currencies, [] );
	return (
		<div className="counterfoil-form__row">
			<SelectField label={ __( 'Currency', 'counterfoil' ) } options={ currencyList } { ...currency } />
			<SelectField
				label={ __( 'Language of invoices and emails', 'counterfoil' ) }
				options={ languages( locale.value ) }
				none={ noLanguage }
				{ ...locale }
			/>
		</div>
	);
}
