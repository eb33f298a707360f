<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\EmailAddress;

/**
 * Slows guessing down, per account and per network address. There is no lock-out: a device on which the owner has
 * logged in before is counted apart, so no stranger keeps it out, from elsewhere or from the same address. On a new
 * device a stranger's tries make the owner wait a minute at most; the log-in link by mail is counted apart.
 */
final readonly class Throttle
{
    /** Tries that lose against others at the same moment are tried again so often. */
    private const RACES = 5;

    public function __construct(private ThrottleRepository $counts, private KnownDevice $device, private Visitor $visitor)
    {
    }

    /**
     * @return list<Limit> to be handed to succeeded()
     * @throws DomainError 429
     */
    public function password(string $email): array
    {
        $device = $this->device->of($email);
        if ($device !== null) {
            return $this->count([new Limit("log-in:device:{$device}", 10, 5, 900)]);
        }
        $account = EmailAddress::normal($email);
        $address = $this->visitor->address();

        return $this->count([
            new Limit("log-in:{$account}|{$address}", 5, 5, 900),
            new Limit("log-in:{$account}", 20, 5, 60),
            new Limit("log-in-from:{$address}", 30, 10, 900, false),
        ]);
    }

    /** Mails that anybody can ask for. @throws DomainError 429 */
    public function mail(string $email): void
    {
        $device = $this->device->of($email);
        if ($device !== null) {
            $this->count([new Limit("mail:device:{$device}", 5, 60, 900)]);

            return;
        }
        $account = EmailAddress::normal($email);
        $address = $this->visitor->address();
        $this->count([new Limit("mail:{$account}|{$address}", 5, 60, 900), new Limit("mail:{$account}", 10, 60, 300), new Limit("mail-from:{$address}", 20, 30, 900)]);
    }

    /**
     * Mailed links. Their 256 bits can't be guessed, so one that works is never held up; counting those that don't
     * keeps the log quiet.
     *
     * @template T
     * @param Closure(): T $read
     * @return T
     * @throws DomainError what $read throws; 429 instead, after too many of them
     */
    public function link(Closure $read): mixed
    {
        try {
            return $read();
        } catch (DomainError $error) {
            $this->count([new Limit('link-from:' . $this->visitor->address(), 30, 5, 300, false)]);
            throw $error;
        }
    }

    /**
     * Accounts are made one after the other for an address: WordPress' users have no unique key that would
     * keep two of the same moment apart. Hand it to succeeded() when done; who was killed is in nobody's way for long.
     *
     * @return list<Limit>
     * @throws DomainError 429
     */
    public function turn(string $email): array
    {
        return $this->count([new Limit('account:' . EmailAddress::normal($email), 1, 30, 30)]);
    }

    /** @param list<Limit> $limits */
    public function succeeded(array $limits): void
    {
        foreach ($limits as $limit) {
            $this->counts->succeeded($limit);
        }
    }

    /**
     * @param list<Limit> $limits
     * @return list<Limit>
     */
    private function count(array $limits): array
    {
        $wait = max([0, ...array_map($this->counts->blocked_for(...), $limits)]);
        if ($wait > 0) {
            throw DomainError::slow_down($wait);
        }
        foreach ($limits as $limit) {
            for ($race = 0; ! $this->counts->count($limit); ++$race) {
                // Somebody else's try was counted between: it may be that there is to wait now.
                $wait = $this->counts->blocked_for($limit);
                if ($wait > 0 || $race >= self::RACES) {
                    throw DomainError::slow_down(max(1, $wait));
                }
            }
        }

        return $limits;
    }
}
