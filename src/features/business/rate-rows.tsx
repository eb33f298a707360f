import { Button } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import type { TaxesInput, TaxRateInput } from '../../contract/taxes';
import type { FormPart } from '../../shared/form/part';
import { RateField } from '../../shared/form/rate-field';
import { SelectField } from '../../shared/form/select-field';
import { TextField } from '../../shared/form/text-field';
import { countries } from '../../shared/names';

const kinds = () =>
	[
		{ code: 'S', name: __( 'Standard', 'counterfoil' ) },
		{ code: 'Z', name: __( 'Zero rate', 'counterfoil' ) },
		{ code: 'E', name: __( 'Exempt', 'counterfoil' ) },
	] as const;

const newRate: TaxRateInput = {
	id: null,
	name: '',
	country: '',
	category: 'S',
	rate: '',
	reason_code: '',
	reason: '',
};

/** Without one of the rates; the default stays the rate it was. */
function without( { rates, default_rate: usual }: TaxesInput, index: number ): Partial< TaxesInput > {
	const stays = usual === null || usual < index ? usual : usual - 1;
	return { rates: rates.filter( ( _other, at ) => at !== index ), default_rate: usual === index ? null : stays };
}

/** The rates a business bills with. What is taken away here stays on invoices that have it. */
export function RateRows( { taxes }: { readonly taxes: FormPart< TaxesInput > } ) {
	const { rates } = taxes.values;
	const list = useMemo( countries, [] );
	return (
		<>
			{ rates.map( ( { category }, index ) => {
				const rate = taxes.item( 'rates', index );
				return (
					<div key={ index } className={ `counterfoil-tax-row ${ category === 'E' ? 'is-exempt' : '' }` }>
						<TextField label={ __( 'Name', 'counterfoil' ) } maxLength={ 40 } { ...rate.field( 'name' ) } />
						<SelectField
							label={ __( 'Country', 'counterfoil' ) }
							options={ list }
							none={ __( 'Any', 'counterfoil' ) }
							{ ...rate.field( 'country' ) }
						/>
						<SelectField
							label={ __( 'Type', 'counterfoil' ) }
							options={ kinds() }
							value={ category }
							error={ rate.errorOf( 'category' ) }
							onChange={ ( kind ) =>
								rate.set( { category: kind, ...( kind === 'S' ? {} : { rate: '0' } ) } )
							}
						/>
						{ category === 'S' ? (
							<RateField { ...rate.field( 'rate' ) } />
						) : (
							<TextField
								label={ __( 'Reason', 'counterfoil' ) }
								maxLength={ 500 }
								disabled={ category === 'Z' }
								{ ...rate.field( 'reason' ) }
							/>
						) }
						<Button
							icon={ closeSmall }
							label={ sprintf(
								/* translators: %d: position of a tax rate in the list, 1 is the first */
								__( 'Remove tax rate %d', 'counterfoil' ),
								index + 1
							) }
							onClick={ () => taxes.set( without( taxes.values, index ) ) }
							__next40pxDefaultSize
						/>
					</div>
				);
			} ) }
			<div>
				<Button
					variant="secondary"
					onClick={ () => taxes.set( { rates: [ ...rates, newRate ] } ) }
					__next40pxDefaultSize
				>
					{ __( 'Add tax rate', 'counterfoil' ) }
				</Button>
			</div>
		</>
	);
}
