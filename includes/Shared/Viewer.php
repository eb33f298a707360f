<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Counterfoil\Shared\Database\Condition;

/**
 * Who looks, and whose affairs they may see: every read of clients' affairs takes one. What a viewer
 * does not see looks to them as if it did not exist.
 */
final readonly class Viewer
{
    /**
     * @param list<int>|null $clients ids of the clients it may see; null for all
     * @param list<string> $permissions "bill" of staff, "billing.view" of a contact
     */
    private function __construct(public Actor $actor, private ?array $clients, private array $permissions)
    {
    }

    /** The plugin itself: workers, commands, and rules that must know everything to be right. */
    public static function system(): self
    {
        return new self(Actor::system(), null, []);
    }

    /**
     * @param list<string> $capabilities without their prefix
     * @param list<int>|null $clients those a limited member of staff looks after; null for all
     */
    public static function staff(Actor $actor, array $capabilities, ?array $clients = null): self
    {
        return new self($actor, $clients, $capabilities);
    }

    /** @param list<string> $permissions of its role */
    public static function contact(Actor $actor, int $client_id, array $permissions): self
    {
        return new self($actor, [$client_id], $permissions);
    }

    /** Somebody who is no client's and no staff: sees nobody's affairs. */
    public static function stranger(): self
    {
        return new self(Actor::system(), [], []);
    }

    public function may(string $permission): bool
    {
        return in_array($permission, $this->permissions, true);
    }

    public function sees(int $client_id): bool
    {
        return $this->clients === null || in_array($client_id, $this->clients, true);
    }

    public function sees_all(): bool
    {
        return $this->clients === null;
    }

    /** What tells those who see the same from all others: the clients and the permissions, whoever it is. */
    public function scope(): string
    {
        $of = static function (array $values): array {
            sort($values);

            return $values;
        };

        return (string) json_encode([$this->clients === null ? null : $of($this->clients), $of($this->permissions)]);
    }

    /** For the WHERE of a statement: the rows whose column names a client this viewer sees. */
    public function condition(string $column): Condition
    {
        return match (true) {
            $this->clients === null => Condition::always(),
            $this->clients === [] => Condition::never(),
            default => Condition::in($column, $this->clients),
        };
    }
}
