<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** A request that fits the contract. */
final readonly class Request
{
    /**
     * @param array<string, mixed> $params from the path
     * @param array<string, mixed> $query from the query string
     * @param array<string, mixed> $body from the JSON body
     * @param Viewer $viewer who asks; the contract's `needs` are met
     */
    public function __construct(
        public array $params,
        public array $query,
        public array $body,
        public Viewer $viewer,
        /** The `Idempotency-Key` header; '' when there was none. */
        public string $idempotency_key = '',
        /** What came with it, where the operation takes a file */
        public ?UploadedFile $file = null,
    ) {
    }

    public function id(): int
    {
        return (int) $this->params['id'];
    }

    public function per_page(): int
    {
        return (int) ($this->query['per_page'] ?? 25);
    }

    /**
     * Where a page of this list begins, as Cursor::next() gave it out.
     *
     * @return list<int|string>|null null for the first page
     * @throws DomainError 400
     */
    public function after(string $list): ?array
    {
        return $this->cursor() === null ? null : Cursor::decode($list, $this->cursor());
    }

    public function cursor(): ?string
    {
        return $this->query['cursor'] ?? null;
    }
}
