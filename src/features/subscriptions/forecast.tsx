import { __ } from '@wordpress/i18n';
import { ChartPanel } from '../../shared/chart/panel';
import { chartOf } from '../../domain/subscriptions/forecast/chart';
import { Upcoming } from '../../domain/subscriptions/forecast/upcoming';
import { Loaded } from '../../shared/loaded';
import { Page } from '../../shared/page';
import { useRead } from '../../shared/store';
import { Sections } from './sections';

/** What will be invoiced for all subscriptions: by month, and what comes first. */
export default function ForecastScreen() {
	const read = useRead( 'forecast.get', {} );
	return (
		<Page title={ __( 'Forecast', 'counterfoil' ) }>
			<Sections current="forecast" />
			<Loaded read={ read }>
				{ ( forecast ) => (
					<>
						<ChartPanel chart={ chartOf( forecast ) } isAhead />
						{ forecast.bills.length > 0 && <Upcoming bills={ forecast.bills } few={ 10 } withClients /> }
					</>
				) }
			</Loaded>
		</Page>
	);
}
