<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Rest;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Subscriptions\PriceRises\PriceRise;
use Counterfoil\Subscriptions\PriceRises\PriceRiseTerms;
use Counterfoil\Subscriptions\PriceRises\RaisePrices;

final readonly class PriceRisesController
{
    /** @param Closure(): string $today "2026-03-31" */
    public function __construct(private RaisePrices $raise, private ClientRepository $clients, private Closure $today)
    {
    }

    /** @return array{items: list<array<string, mixed>>} */
    public function preview(Request $request): array
    {
        return $this->answer($request, $this->raise->preview($this->terms($request), $request->viewer));
    }

    /** @return array{items: list<array<string, mixed>>} */
    public function announce(Request $request): array
    {
        return $this->answer($request, $this->raise->handle($this->terms($request), $request->viewer));
    }

    private function terms(Request $request): PriceRiseTerms
    {
        return PriceRiseTerms::from_wire($request->body, ($this->today)());
    }

    /**
     * @param list<PriceRise> $rises
     * @return array{items: list<array<string, mixed>>}
     */
    private function answer(Request $request, array $rises): array
    {
        $clients = $this->clients->by_ids(array_values(array_unique(array_map(static fn (PriceRise $rise): int => $rise->subscription->client_id, $rises))), $request->viewer);

        return ['items' => array_map(static function (PriceRise $rise) use ($clients): array {
            $of = $rise->subscription;
            [$old, $new] = $rise->amounts();

            return [
                'subscription' => ['id' => $of->id, 'name' => $of->name()],
                'client' => ['id' => $of->client_id, 'name' => $clients[$of->client_id]->name ?? ''],
                'rhythm' => $of->interval->sentence(),
                'old' => (new Money($old, $of->currency))->to_wire(),
                'new' => (new Money($new, $of->currency))->to_wire(),
                'first_on' => $rise->first_on,
            ];
        }, $rises)];
    }
}
