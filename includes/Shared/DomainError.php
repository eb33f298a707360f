<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use RuntimeException;

/**
 * A rule of the domain said no. Rest\Errors turns it into an answer; nothing else does.
 *
 * `$reason` is the machine's word ("invoice_not_draft"), the message is for people and translated.
 * `$fields` maps JSON pointers in the request's body ("/lines/0/quantity") to what to do about them.
 */
final class DomainError extends RuntimeException
{
    /** @param array<string, string> $fields */
    private function __construct(
        public readonly string $reason,
        string $message,
        public readonly int $status,
        public readonly array $fields = [],
        public readonly ?int $retry_after = null,
    ) {
        parent::__construct($message);
    }

    /** What was sent can't be used as it is: 400. */
    public static function invalid(string $message, string $pointer = '', string $reason = 'invalid'): self
    {
        return new self($reason, $message, 400, $pointer === '' ? [] : [$pointer => $message]);
    }

    /** More than is read at all: 413. */
    public static function too_large(): self
    {
        return new self('too_large', __('The request is too large.', 'counterfoil'), 413);
    }

    /** @param non-empty-array<string, string> $fields */
    public static function invalid_fields(array $fields): self
    {
        return new self('invalid', implode(' ', array_unique($fields)), 400, $fields);
    }

    /** There is none, or it is somebody else's, which must look the same: 404. */
    public static function not_found(): self
    {
        return new self('not_found', __('Not found.', 'counterfoil'), 404);
    }

    /** Nobody is logged in: 401. */
    public static function unauthorized(): self
    {
        return new self('unauthorized', __('Please log in.', 'counterfoil'), 401);
    }

    public static function forbidden(string $message = ''): self
    {
        return new self('forbidden', $message !== '' ? $message : __('You don’t have permission to do this.', 'counterfoil'), 403);
    }

    /** They may not while something is as it is, which they can do something about: 403. */
    public static function refused(string $reason, string $message): self
    {
        return new self($reason, $message, 403);
    }

    /** The state of things does not allow it (any more): 409. */
    public static function conflict(string $reason, string $message): self
    {
        return new self($reason, $message, 409);
    }

    /** Too many tries; `$seconds` until the next may be made: 429. */
    public static function slow_down(int $seconds): self
    {
        return new self('slow_down', __('Too many attempts. Please wait a moment and try again.', 'counterfoil'), 429, [], $seconds);
    }

    /** Something outside did not answer as it should: 502. */
    public static function upstream(string $message): self
    {
        return new self('upstream', $message, 502);
    }

    /** Not set up yet: 503. */
    public static function unavailable(string $reason, string $message): self
    {
        return new self($reason, $message, 503);
    }
}
