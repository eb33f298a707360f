import type { OverviewFigure } from '../../contract/reports';

/** The address of a list that has just what is counted. */
export function hrefOf( { screen, query }: OverviewFigure[ 'opens' ] ): string {
	const search = new URLSearchParams( query ).toString();
	return `#${ screen }${ search ? `?${ search }` : '' }`;
}
