import { useEffect, useRef } from '@wordpress/element';

/**
 * For a row of tabs that may be wider than the window: what is chosen is in sight, whatever of the row is not.
 *
 * @param chosen Its selector.
 * @param now    Changes with the choice.
 */
export function useInView< Row extends HTMLElement >( chosen: string, now: string ) {
	const row = useRef< Row >( null );
	useEffect( () => {
		const { current } = row;
		const tab = current?.querySelector< HTMLElement >( chosen );
		if ( current && tab ) {
			// The row alone is moved: scrollIntoView() would move the page as well.
			const hidden = tab.getBoundingClientRect();
			const seen = current.getBoundingClientRect();
			if ( hidden.left < seen.left || hidden.right > seen.right ) {
				current.scrollLeft += hidden.left + hidden.width / 2 - ( seen.left + seen.width / 2 );
			}
		}
	}, [ chosen, now ] );
	return row;
}
