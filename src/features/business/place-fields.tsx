import { __ } from '@wordpress/i18n';
import type { BusinessInput } from '../../contract/business';
import { boot } from '../../shared/boot';
import { CurrencyAndLanguage } from '../../shared/form/currency-and-language';
import type { FormPart } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';

/** Currency, language and the clock the business lives by. */
export function PlaceFields( { business }: { readonly business: FormPart< BusinessInput > } ) {
	return (
		<>
			<CurrencyAndLanguage currency={ business.field( 'currency' ) } locale={ business.field( 'locale' ) } />
			<SelectField
				label={ __( 'Time zone', 'counterfoil' ) }
				help={ __( 'Invoices become overdue at the end of the due date in this time zone.', 'counterfoil' ) }
				options={ zones( business.values.timezone ) }
				{ ...business.field( 'timezone' ) }
			/>
		</>
	);
}

/** The time zones there are; first the chosen one, when it is a kind of its own ("+02:00"). */
function zones( chosen: string ) {
	const known = boot().timezones;
	return [
		...( known.includes( chosen ) ? [] : [ { code: chosen, name: chosen } ] ),
		...known.map( ( zone ) => ( { code: zone, name: zone.replaceAll( '_', ' ' ) } ) ),
	];
}
