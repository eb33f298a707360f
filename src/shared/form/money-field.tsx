import { useEffect, useState } from '@wordpress/element';
import { parseMoney, typedMoney } from '../money';
import { Field } from './field';
import type { FormPart } from './part';

interface Props {
	readonly id?: string;
	readonly 'aria-describedby'?: string;
	readonly 'aria-invalid'?: boolean;
	readonly 'aria-label'?: string;
	/** Minor units; null while it is empty or not an amount. */
	readonly amount: number | null;
	readonly currency: string;
	readonly onChange: ( amount: number | null ) => void;
	readonly autoFocus?: boolean;
}

/** An amount as people type it, kept as minor units. What is typed is tidied when the field is left. */
export function MoneyInput( { amount, currency, onChange, ...rest }: Props ) {
	const [ typed, setTyped ] = useState( amount === null ? '' : typedMoney( amount, currency ) );
	useEffect( () => {
		setTyped( ( text ) => {
			if ( amount === null || parseMoney( text, currency ) === amount ) {
				return text;
			}
			return typedMoney( amount, currency );
		} );
	}, [ amount, currency ] );
	return (
		<span className="counterfoil-money-input">
			<input
				{ ...rest }
				type="text"
				inputMode="decimal"
				autoComplete="off"
				value={ typed }
				onChange={ ( event ) => {
					setTyped( event.target.value );
					onChange( parseMoney( event.target.value, currency ) );
				} }
				onBlur={ () => amount !== null && setTyped( typedMoney( amount, currency ) ) }
			/>
			<span className="counterfoil-money-input__currency" aria-hidden="true">
				{ currency }
			</span>
		</span>
	);
}

/** An amount while it is typed: null is none yet. */
export interface TypedMoney {
	amount: number | null;
	currency: string;
}

interface FieldProps {
	readonly label: string;
	readonly help?: string | undefined;
	/** The amount's place in its form: `form.part( 'price' )`. */
	readonly money: FormPart< TypedMoney >;
}

/** An amount with its label. */
export function MoneyField( { label, help, money }: FieldProps ) {
	return (
		<Field label={ label } help={ help } error={ money.errorOf( 'amount' ) ?? money.errorOf() }>
			<MoneyInput
				amount={ money.values.amount }
				currency={ money.values.currency }
				onChange={ ( amount ) => money.set( { amount } ) }
			/>
		</Field>
	);
}
