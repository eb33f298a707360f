import { TextField } from './text-field';

interface Props {
	readonly label: string;
	readonly help?: string | undefined;
	/** NaN while the field is empty. */
	readonly value: number;
	readonly min?: number;
	readonly max?: number;
	readonly error?: string | undefined;
	readonly onChange: ( value: number ) => void;
}

/** A whole number. */
export function NumberField( { value, onChange, ...rest }: Props ) {
	return (
		<TextField
			{ ...rest }
			type="number"
			inputMode="numeric"
			step={ 1 }
			value={ Number.isNaN( value ) ? '' : String( value ) }
			onChange={ ( typed ) => onChange( typed === '' ? Number.NaN : Number( typed ) ) }
		/>
	);
}
