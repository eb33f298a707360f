import { useEffect, useState } from '@wordpress/element';

/** A value once it has rested for so many milliseconds. */
export function useDebounced< T >( value: T, rest: number ): T {
	const [ rested, setRested ] = useState( value );
	useEffect( () => {
		const timer = setTimeout( () => setRested( value ), rest );
		return () => clearTimeout( timer );
	}, [ value, rest ] );
	return rested;
}
