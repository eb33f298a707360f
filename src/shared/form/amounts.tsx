import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import { boot } from '../boot';
import './amounts.scss';
import { MoneyField, type TypedMoney } from './money-field';
import type { FieldOf, FormPart } from './part';
import { SelectField } from './select-field';

const MOST = 20;

interface Props {
	readonly field: FieldOf< TypedMoney[] >;
	readonly item: ( index: number ) => FormPart< TypedMoney >;
	/** Of each amount's field. */
	readonly label: string;
	readonly removeLabel: ( currency: string ) => string;
}

/** An amount in each currency, a row each. */
export function Amounts( { field: { value: amounts, error, onChange }, item, label, removeLabel }: Props ) {
	const free = boot().currencies.filter( ( { code } ) => ! amounts.some( ( { currency } ) => currency === code ) );
	return (
		<>
			{ error && (
				<p className="counterfoil-amounts__error" role="alert">
					{ error }
				</p>
			) }
			{ amounts.map( ( _amount, index ) => {
				const money = item( index );
				return (
					<div key={ index } className="counterfoil-amounts__row">
						<SelectField
							label={ __( 'Currency', 'counterfoil' ) }
							options={ boot().currencies.map( ( { code } ) => ( { code, name: code } ) ) }
							{ ...money.field( 'currency' ) }
						/>
						<MoneyField label={ label } money={ money } />
						<Button
							icon={ closeSmall }
							label={ removeLabel( money.values.currency ) }
							onClick={ () => onChange( amounts.filter( ( _other, at ) => at !== index ) ) }
							__next40pxDefaultSize
						/>
					</div>
				);
			} ) }
			{ amounts.length < MOST && free[ 0 ] && (
				<div>
					<Button
						variant="secondary"
						__next40pxDefaultSize
						onClick={ () => onChange( [ ...amounts, { amount: null, currency: free[ 0 ]?.code ?? '' } ] ) }
					>
						{ __( 'Add currency', 'counterfoil' ) }
					</Button>
				</div>
			) }
		</>
	);
}
