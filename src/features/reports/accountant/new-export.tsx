import { Button, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../../shared/boot';
import { today } from '../../../shared/dates';
import { DayRange } from '../../../shared/list/filters';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';

const MONTHS = 18;
const OWN = 'custom';

/** A month, or any other period of up to a year, and the button that has it made. */
export function NewExport() {
	const months = lastMonths();
	const [ month, setMonth ] = useState( months[ 1 ] ?? OWN );
	const [ range, setRange ] = useState( { from: '', to: '' } );
	const create = useCommand( 'accountant-exports.create' );
	const period = month === OWN ? range : { from: `${ month }-01`, to: lastDayOf( month ) };
	return (
		<form
			className="counterfoil-accountant__new"
			onSubmit={ ( event ) => {
				event.preventDefault();
				void create.run( { body: period } );
			} }
		>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				className="counterfoil-field"
				label={ __( 'Period', 'counterfoil' ) }
				value={ month }
				options={ [
					...months.map( ( value ) => ( { value, label: nameOf( value ) } ) ),
					{ value: OWN, label: __( 'Custom dates', 'counterfoil' ) },
				] }
				onChange={ setMonth }
			/>
			{ month === OWN && (
				<DayRange
					label={ __( 'Dates', 'counterfoil' ) }
					from={ range.from }
					to={ range.to }
					onChange={ ( change ) => setRange( { ...range, ...change } ) }
				/>
			) }
			<Button
				type="submit"
				variant="primary"
				isBusy={ create.isBusy }
				disabled={ create.isBusy || period.from === '' || period.to === '' }
				accessibleWhenDisabled
				__next40pxDefaultSize
			>
				{ __( 'Create export', 'counterfoil' ) }
			</Button>
			<Problem error={ create.error } onDismiss={ create.clearError } />
		</form>
	);
}

/** "2026-03", this month first. */
function lastMonths(): string[] {
	const [ year = 0, month = 1 ] = today().split( '-' ).map( Number );
	return Array.from( { length: MONTHS }, ( _, back ) =>
		new Date( Date.UTC( year, month - 1 - back, 1 ) ).toISOString().slice( 0, 7 )
	);
}

function lastDayOf( month: string ): string {
	const [ year = 0, number = 1 ] = month.split( '-' ).map( Number );
	return new Date( Date.UTC( year, number, 0 ) ).toISOString().slice( 0, 10 );
}

const nameOf = ( month: string ): string =>
	new Intl.DateTimeFormat( boot().locale, { month: 'long', year: 'numeric', timeZone: 'UTC' } ).format(
		new Date( `${ month }-01T00:00:00Z` )
	);
