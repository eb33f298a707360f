<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Subscriptions\Portal\RequestView $view */

defined('ABSPATH') || exit;

$error = $view->posted->error();
?>
<p class="cf-back"><a href="<?php echo esc_url($view->back_url); ?>"><bdi><?php echo Html::escape($view->name); ?></bdi></a></p>
<div class="cf-card cf-request">
    <?php if ($view->closed !== '') : ?>
        <p><?php echo Html::escape($view->closed); ?></p>
        <p><a class="cf-button" href="<?php echo esc_url($view->back_url); ?>"><?php esc_html_e('View subscription', 'counterfoil'); ?></a></p>
    <?php else : ?>
        <?php if ($error !== '') : ?>
            <p class="cf-error" id="cf-request-error" role="alert"><?php echo Html::escape($error); ?></p>
        <?php endif; ?>
        <p><?php
            /* translators: %s: what is subscribed to */
            echo Html::escape(sprintf(__('Tell us when you’d like “%s” to end. It continues until we confirm. We’ll email you our answer.', 'counterfoil'), $view->name));
?></p>
        <?php if ($view->facts !== []) : ?>
            <dl class="cf-facts">
                <?php foreach ($view->facts as $fact) : ?>
                    <div><dt><?php echo Html::escape($fact['label']); ?></dt><dd><?php echo Html::escape($fact['value']); ?></dd></div>
                <?php endforeach; ?>
            </dl>
        <?php endif; ?>
        <form class="cf-form" method="post" action="<?php echo esc_url($view->form_url); ?>">
            <input type="hidden" name="_wpnonce" value="<?php echo Html::escape($view->nonce); ?>">
            <fieldset class="cf-choices"<?php echo $error === '' ? '' : ' aria-describedby="cf-request-error"'; ?>>
                <legend><?php esc_html_e('When should it end?', 'counterfoil'); ?></legend>
                <label class="cf-choice"><input type="radio" name="when" value="soon"<?php checked($view->posted->when, 'soon'); ?>> <?php esc_html_e('As soon as possible', 'counterfoil'); ?></label>
                <label class="cf-choice"><input type="radio" name="when" value="day"<?php checked($view->posted->when, 'day'); ?>> <?php esc_html_e('On a date', 'counterfoil'); ?></label>
                <div class="cf-field cf-choices__day">
                    <label for="cf-last-day"><?php esc_html_e('Last day', 'counterfoil'); ?></label>
                    <input id="cf-last-day" type="date" name="last_day" min="<?php echo Html::escape($view->first_day); ?>" value="<?php echo Html::escape($view->posted->last_day); ?>">
                </div>
            </fieldset>
            <div class="cf-field">
                <label for="cf-reason"><?php esc_html_e('Reason (optional)', 'counterfoil'); ?></label>
                <textarea id="cf-reason" name="reason" rows="4" maxlength="<?php echo Html::escape((string) $view->longest); ?>"><?php echo Html::escape($view->posted->reason); ?></textarea>
            </div>
            <div class="cf-request__buttons">
                <button class="cf-button cf-button--primary cf-button--large" type="submit" name="counterfoil_subscription" value="request"><?php esc_html_e('Send request', 'counterfoil'); ?></button>
                <a href="<?php echo esc_url($view->back_url); ?>"><?php esc_html_e('Keep subscription', 'counterfoil'); ?></a>
            </div>
        </form>
    <?php endif; ?>
</div>
