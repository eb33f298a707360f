<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Rest;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Subscriptions\Mrr\Movement;
use Counterfoil\Subscriptions\Mrr\MovementsQuery;
use Counterfoil\Subscriptions\Mrr\MrrKind;
use Counterfoil\Subscriptions\Mrr\MrrMonth;
use Counterfoil\Subscriptions\Mrr\MrrQuery;
use Counterfoil\Subscriptions\SubscriptionRepository;

final readonly class MrrController
{
    /**
     * @param Closure(): Calendar $calendar
     * @param Closure(): Business $business
     */
    public function __construct(
        private MrrQuery $mrr,
        private MovementsQuery $movements,
        private SubscriptionRepository $subscriptions,
        private ClientRepository $clients,
        private Closure $calendar,
        private Closure $business,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        $of = $this->mrr->months(MrrMonth::last_twelve(($this->calendar)()->today()), $request->viewer);
        $own = ($this->business)()->currency->code;
        uksort($of, static fn (string $one, string $other): int => [$one !== $own, $one] <=> [$other !== $own, $other]);

        return ['currencies' => array_map(static fn (string $currency, array $months): array => [
            'currency' => $currency,
            'months' => array_map(static fn (MrrMonth $month): array => self::month($month, $currency), $months),
        ], array_keys($of), array_values($of))];
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function movements(Request $request): array
    {
        $order = new Keyset('day', ($request->query['order'] ?? 'desc') === 'desc');
        $name = $order->name('mrr');
        ['movements' => $movements, 'next' => $next] = $this->movements->page($request->query, $request->viewer, $order, $request->per_page(), $request->after($name));
        $subscriptions = $this->subscriptions->by_ids(array_values(array_unique(array_map(static fn (Movement $movement): int => $movement->subscription_id, $movements))), $request->viewer);
        $clients = $this->clients->by_ids(array_values(array_unique(array_map(static fn (Movement $movement): int => $movement->client_id, $movements))), $request->viewer);

        return [
            'items' => array_map(static fn (Movement $movement): array => [
                'id' => $movement->id,
                'day' => $movement->day,
                'kind' => $movement->kind->value,
                'amount' => Money::of($movement->amount, $movement->currency)->to_wire(),
                'client' => ['id' => $movement->client_id, 'name' => $clients[$movement->client_id]->name ?? ''],
                'subscription' => ['id' => $movement->subscription_id, 'name' => ($subscriptions[$movement->subscription_id] ?? null)?->name() ?? ''],
            ], $movements),
            'next_cursor' => Cursor::next($name, $next),
        ];
    }

    /** @return array<string, mixed> */
    private static function month(MrrMonth $month, string $currency): array
    {
        $money = static fn (int $amount): array => Money::of($amount, $currency)->to_wire();

        return [
            'month' => $month->month,
            'mrr' => $money($month->amount),
            'subscriptions' => $month->subscriptions,
            'moved' => array_combine(
                array_map(static fn (MrrKind $kind): string => $kind->value, MrrKind::cases()),
                array_map(static fn (MrrKind $kind): array => $money($month->moved($kind)), MrrKind::cases())
            ),
        ];
    }
}
