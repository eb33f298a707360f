<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Rest;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Subscriptions\Forecast\ForecastBill;
use Counterfoil\Subscriptions\Forecast\Outlook;
use Counterfoil\Subscriptions\Forecast\ReadForecast;
use Counterfoil\Subscriptions\Forecast\Sums;

final readonly class ForecastController
{
    /** @param Closure(): Business $business */
    public function __construct(private ReadForecast $forecast, private ClientRepository $clients, private Closure $business)
    {
    }

    /** @return array<string, mixed> */
    public function of_business(Request $request): array
    {
        $span = $this->forecast->span();

        return $this->answer(Outlook::of($this->forecast->of_business($request->viewer, $span), $span), $request);
    }

    /** @return array<string, mixed> */
    public function of_client(Request $request): array
    {
        $span = $this->forecast->span();

        return $this->answer(Outlook::of($this->forecast->of_client($this->clients->get($request->id(), $request->viewer)->id, $request->viewer, $span), $span), $request);
    }

    /** @return array<string, mixed> */
    public function of_subscription(Request $request): array
    {
        $span = $this->forecast->span();

        return $this->answer(Outlook::of($this->forecast->of_subscription($request->id(), $request->viewer, $span), $span), $request);
    }

    /** @return array<string, mixed> */
    private function answer(Outlook $outlook, Request $request): array
    {
        $own = ($this->business)()->currency->code;
        $clients = $this->clients->by_ids(array_map(static fn (ForecastBill $bill): int => $bill->client_id, $outlook->soonest), $request->viewer);

        return [
            'until' => $outlook->span->until,
            'months' => array_map(
                static fn (string $month, Sums $sums): array => ['month' => $month, 'sums' => $sums->to_wire($own)],
                array_keys($outlook->months),
                array_values($outlook->months)
            ),
            'bills' => array_map(static fn (ForecastBill $bill): array => self::bill($bill, $clients[$bill->client_id] ?? null), $outlook->soonest),
        ];
    }

    /** @return array<string, mixed> */
    private static function bill(ForecastBill $bill, ?Client $client): array
    {
        $totals = $bill->totals;
        $money = static fn (int $amount): array => (new Money($amount, $totals->currency))->to_wire();

        return [
            'day' => $bill->day,
            'client' => ['id' => $bill->client_id, 'name' => $client->name ?? ''],
            'net' => $money($totals->net),
            'tax' => $money($totals->tax),
            'total' => $money($totals->total),
            'lines' => array_map(static fn (InvoiceLine $line, int $amount, int $subscription_id): array => [
                'description' => $line->description,
                'quantity' => $line->quantity,
                'from' => $line->supply_from,
                'to' => $line->supply_to,
                'amount' => $money($amount),
                'subscription_id' => $subscription_id,
            ], $bill->lines, $totals->amounts, $bill->subscription_ids),
        ];
    }
}
