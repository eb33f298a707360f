<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

/** Finds what the overview says of something. Needs FitsContract. */
trait ReadsOverview
{
    /** @return array<mixed> as staff gets it; whatever it holds fits the contract */
    private function overview_of(int $user): array
    {
        return self::fits('overview.get', $this->rest('GET', '/counterfoil/v1/overview', user: $user));
    }

    /**
     * @param array<mixed> $overview
     * @return array{label: string, sums: list<array{amount: int, currency: string}>, count: int, tone: string, opens: array{screen: string, query: array<string, string>}}
     */
    private static function figure(array $overview, string $id): array
    {
        $found = array_column($overview['figures'], null, 'id');
        self::assertArrayHasKey($id, $found);

        return $found[$id];
    }

    /**
     * @param array<mixed> $overview
     * @return array{count: int, sums: list<array{amount: int, currency: string}>}
     */
    private static function tally(array $overview, string $id): array
    {
        $figure = self::figure($overview, $id);

        return ['count' => $figure['count'], 'sums' => $figure['sums']];
    }

    /**
     * @param array<mixed> $overview
     * @return array{rows: list<array<string, mixed>>, series: list<string>}
     */
    private static function chart(array $overview, string $id): array
    {
        $found = array_column($overview['charts'], null, 'id');
        self::assertArrayHasKey($id, $found);

        return $found[$id];
    }

    /**
     * @param array<mixed> $overview
     * @return list<array{string, string, string}> label, about and text of each; none while there is nothing to look at
     */
    private static function notices(array $overview, string $id): array
    {
        $found = array_column($overview['notices'], 'items', 'id');

        return array_map(static fn (array $item): array => [$item['label'], $item['about'], $item['text']], array_values($found[$id] ?? []));
    }
}
