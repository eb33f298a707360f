import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { NumberField } from '../../shared/form/number-field';
import type { FieldOf } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';

interface Props extends FieldOf< number[] > {
	/** What is wrong with one of them. */
	readonly errorOf: ( index: number ) => string | undefined;
}

const MOST = 10;

/** The days of the schedule, each with its side of the due date; 0 is the due date itself. */
export function Steps( { value: days, error, errorOf, onChange }: Props ) {
	const list = useRef< HTMLOListElement >( null );
	const added = useRef( false );
	useEffect( () => {
		if ( added.current ) {
			added.current = false;
			list.current?.querySelector< HTMLInputElement >( 'li:last-child input' )?.focus();
		}
	}, [ days.length ] );
	const put = ( index: number, day: number ) => onChange( days.map( ( old, at ) => ( at === index ? day : old ) ) );
	return (
		<fieldset className="counterfoil-reminders">
			<legend>{ __( 'Schedule', 'counterfoil' ) }</legend>
			{ error && (
				<p className="counterfoil-reminders__error" role="alert">
					{ error }
				</p>
			) }
			<ol ref={ list }>
				{ days.map( ( day, index ) => (
					<li key={ index }>
						<Step day={ day } error={ errorOf( index ) } onChange={ ( next ) => put( index, next ) } />
						<Button
							variant="tertiary"
							isDestructive
							__next40pxDefaultSize
							/* translators: %d: position in a list */
							label={ sprintf( __( 'Remove reminder %d', 'counterfoil' ), index + 1 ) }
							showTooltip={ false }
							onClick={ () => onChange( days.filter( ( _, at ) => at !== index ) ) }
						>
							{ __( 'Remove', 'counterfoil' ) }
						</Button>
					</li>
				) ) }
			</ol>
			{ days.length < MOST && (
				<Button
					variant="secondary"
					__next40pxDefaultSize
					onClick={ () => {
						added.current = true;
						onChange( [ ...days, Math.max( 0, ...days ) + 7 ] );
					} }
				>
					{ __( 'Add reminder', 'counterfoil' ) }
				</Button>
			) }
		</fieldset>
	);
}

interface StepProps {
	readonly day: number;
	readonly error: string | undefined;
	readonly onChange: ( day: number ) => void;
}

type Side = 'before' | 'on' | 'after';

function sideOf( day: number ): Side {
	if ( day === 0 ) {
		return 'on';
	}
	return day < 0 ? 'before' : 'after';
}

/** The same number of days on another side of the due date, as far as that goes. */
export function turned( day: number, to: Side ): number {
	const count = Math.abs( day ) || 1;
	if ( to === 'on' ) {
		return 0;
	}
	return to === 'before' ? -Math.min( count, 30 ) : count;
}

/** Days before the due date are negative where they are checked; here they are counted. */
const tooHigh = ( most: number ) =>
	/* translators: %s: a number */
	sprintf( __( 'Too high. The maximum is %s.', 'counterfoil' ), String( most ) );

function Step( { day, error, onChange }: StepProps ) {
	const side = sideOf( day );
	const most = side === 'before' ? 30 : 180;
	return (
		<>
			<SelectField
				label={ __( 'When', 'counterfoil' ) }
				value={ side }
				options={ [
					{ code: 'before', name: __( 'Before the due date', 'counterfoil' ) },
					{ code: 'on', name: __( 'On the due date', 'counterfoil' ) },
					{ code: 'after', name: __( 'After the due date', 'counterfoil' ) },
				] }
				onChange={ ( next ) => onChange( turned( day, next ) ) }
			/>
			{ side !== 'on' && (
				<NumberField
					label={ __( 'Days', 'counterfoil' ) }
					min={ 1 }
					max={ most }
					error={ error && Math.abs( day ) > most ? tooHigh( most ) : error }
					value={ Math.abs( day ) }
					onChange={ ( count ) => onChange( side === 'before' ? -count : count ) }
				/>
			) }
		</>
	);
}
