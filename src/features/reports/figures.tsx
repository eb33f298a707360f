import type { OverviewFigure } from '../../contract/reports';
import { boot } from '../../shared/boot';
import { Figure, sumsOf } from '../../shared/figure';
import { hrefOf } from '../../shared/chart/opens';

/** What every noun says in a figure; each opens just the list that it counts. */
export function Figures( { figures }: { readonly figures: readonly OverviewFigure[] } ) {
	return (
		<div className="counterfoil-figures">
			{ figures.map( ( { id, label, sums, count, counted, tone, opens } ) => (
				<Figure
					key={ id }
					label={ label }
					values={
						sums === null
							? [ new Intl.NumberFormat( boot().locale ).format( count ) ]
							: sumsOf( sums, boot().currency )
					}
					href={ hrefOf( opens ) }
					tone={ tone === 'plain' ? undefined : tone }
					count={ counted }
				/>
			) ) }
		</div>
	);
}
