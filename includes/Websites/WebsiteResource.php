<?php

declare(strict_types=1);

namespace Counterfoil\Websites;

/** Websites as the contract has them. */
final readonly class WebsiteResource
{
    public function __construct(private WebsiteUse $use)
    {
    }

    /** @return array{id: int, name: string, url: string, is_used: bool} */
    public function one(Website $website): array
    {
        return $this->all($website->client_id, [$website])[0];
    }

    /**
     * @param list<Website> $websites of one client
     * @return list<array{id: int, name: string, url: string, is_used: bool}>
     */
    public function all(int $client_id, array $websites): array
    {
        $used = $websites === [] ? [] : $this->use->used_of_client($client_id);

        return array_map(static fn (Website $website): array => [
            'id' => $website->id,
            'name' => $website->name,
            'url' => $website->url,
            'is_used' => in_array($website->id, $used, true),
        ], $websites);
    }
}
