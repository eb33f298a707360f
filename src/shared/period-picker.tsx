import { SelectControl } from '@wordpress/components';
import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { periodNames, type PeriodName } from '../contract/statements';
import './period-picker.scss';

/** `from` and `to` count for custom dates alone; empty while they are not chosen. */
export interface ChosenPeriod {
	readonly period: PeriodName;
	readonly from: string;
	readonly to: string;
}

const names: Record< PeriodName, () => string > = {
	this_month: () => __( 'This month', 'counterfoil' ),
	last_month: () => __( 'Last month', 'counterfoil' ),
	this_quarter: () => __( 'This quarter', 'counterfoil' ),
	last_quarter: () => __( 'Last quarter', 'counterfoil' ),
	this_year: () => __( 'This year', 'counterfoil' ),
	last_year: () => __( 'Last year', 'counterfoil' ),
	custom: () => __( 'Custom dates', 'counterfoil' ),
};

/** The query of an operation that takes a period; null while custom dates are not whole. */
export function periodRequest( { period, from, to }: ChosenPeriod ) {
	if ( period !== 'custom' ) {
		return { period };
	}
	return from === '' || to === '' ? null : { period, from, to };
}

interface Props {
	readonly value: ChosenPeriod;
	/** First and last day of what is shown now: custom dates begin with them. */
	readonly shown?: { readonly from: string; readonly to: string } | undefined;
	readonly onChange: ( value: ChosenPeriod ) => void;
}

/** A period by its name, or from a day to a day. */
export function PeriodPicker( { value, shown, onChange }: Props ) {
	const id = useId();
	return (
		<div className="counterfoil-period">
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				className="counterfoil-field"
				label={ __( 'Period', 'counterfoil' ) }
				value={ value.period }
				options={ periodNames.map( ( name ) => ( { value: name, label: names[ name ]() } ) ) }
				onChange={ ( period ) =>
					onChange( {
						period: period as PeriodName,
						from: value.from || ( shown?.from ?? '' ),
						to: value.to || ( shown?.to ?? '' ),
					} )
				}
			/>
			{ value.period === 'custom' && (
				<>
					<div className="counterfoil-period__day">
						<label htmlFor={ `${ id }-from` }>{ __( 'First day', 'counterfoil' ) }</label>
						<input
							id={ `${ id }-from` }
							type="date"
							value={ value.from }
							onChange={ ( event ) => onChange( { ...value, from: event.target.value } ) }
						/>
					</div>
					<div className="counterfoil-period__day">
						<label htmlFor={ `${ id }-to` }>{ __( 'Last day', 'counterfoil' ) }</label>
						<input
							id={ `${ id }-to` }
							type="date"
							value={ value.to }
							onChange={ ( event ) => onChange( { ...value, to: event.target.value } ) }
						/>
					</div>
				</>
			) }
		</div>
	);
}
