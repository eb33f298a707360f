import { __ } from '@wordpress/i18n';
import type { BusinessInput } from '../../contract/business';
import { boot } from '../../shared/boot';
import { CurrencyAndLanguage } from '../../shared/currency-and-language';
import { SelectField } from '../../shared/select-field';

interface Props {
	readonly values: BusinessInput;
	readonly errorOf: ( name: keyof BusinessInput ) => string | undefined;
	readonly onChange: ( changes: Partial< BusinessInput > ) => void;
}

/** Currency, language and the clock the business lives by. */
export function PlaceFields( { values, errorOf, onChange }: Props ) {
	return (
		<>
			<CurrencyAndLanguage values={ values } errorOf={ errorOf } onChange={ onChange } />
			<SelectField
				label={ __( 'Time zone', 'counterfoil' ) }
				help={ __( 'An invoice is overdue when its last day has ended here.', 'counterfoil' ) }
				value={ values.timezone }
				options={ zones( values.timezone ) }
				error={ errorOf( 'timezone' ) }
				onChange={ ( timezone ) => onChange( { timezone } ) }
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
