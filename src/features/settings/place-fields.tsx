import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { BusinessInput } from '../../contract/settings';
import { boot } from '../../shared/boot';
import { Field } from '../../shared/field';
import { currencies, languages } from '../../shared/names';

interface Props {
	readonly values: BusinessInput;
	readonly errorOf: ( name: keyof BusinessInput ) => string | undefined;
	readonly onChange: ( changes: Partial< BusinessInput > ) => void;
}

/** Currency, language and the clock the business lives by. */
export function PlaceFields( { values, errorOf, onChange }: Props ) {
	const currencyList = useMemo( currencies, [] );
	const zones = boot().timezones;
	return (
		<>
			<div className="counterfoil-form__row">
				<Field label={ __( 'Currency', 'counterfoil' ) } error={ errorOf( 'currency' ) }>
					<select
						value={ values.currency }
						onChange={ ( event ) => onChange( { currency: event.target.value } ) }
					>
						{ currencyList.map( ( { code, name } ) => (
							<option key={ code } value={ code }>
								{ name }
							</option>
						) ) }
					</select>
				</Field>
				<Field label={ __( 'Language of invoices and mails', 'counterfoil' ) } error={ errorOf( 'locale' ) }>
					<select
						value={ values.locale }
						onChange={ ( event ) => onChange( { locale: event.target.value } ) }
					>
						{ languages( values.locale ).map( ( { code, name } ) => (
							<option key={ code } value={ code }>
								{ name }
							</option>
						) ) }
					</select>
				</Field>
			</div>
			<Field
				label={ __( 'Time zone', 'counterfoil' ) }
				help={ __( 'An invoice is overdue when its last day has ended here.', 'counterfoil' ) }
				error={ errorOf( 'timezone' ) }
			>
				<select
					value={ values.timezone }
					onChange={ ( event ) => onChange( { timezone: event.target.value } ) }
				>
					{ ! zones.includes( values.timezone ) && <option>{ values.timezone }</option> }
					{ zones.map( ( zone ) => (
						<option key={ zone } value={ zone }>
							{ zone.replaceAll( '_', ' ' ) }
						</option>
					) ) }
				</select>
			</Field>
		</>
	);
}
