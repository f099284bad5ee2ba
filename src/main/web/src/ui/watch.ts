// Views that are made anew only when what they show is another one.
import { createElement, type ComponentChildren, type FunctionComponent } from 'preact';
import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { Chat } from '../chat/chat';
import type { Topic } from '../chat/changes';

/** Makes the view anew when something has happened to one of `topics`. */
export function useTopics(chat: Chat, ...topics: Topic[]): void {
  const [, again] = useReducer<number, void>((times) => times + 1, 0);
  useLayoutEffect(() => {
    const stops = topics.map((topic) => chat.listen(topic, () => again()));
    return () => stops.forEach((stop) => stop());
  }, [chat, topics.join('\n')]);
}

interface Comparing<P> {
  readonly props: P;
  shouldComponentUpdate?: (next: P) => boolean;
}

const differ = (a: object, b: object): boolean => {
  const before = Object.entries(a);
  return before.length !== Object.keys(b).length || before.some(([key, value]) => value !== (b as Record<string, unknown>)[key]);
};

/** A view that is made anew with its parent only when it is given something else. */
export function memo<P extends object>(view: FunctionComponent<P>): FunctionComponent<P> {
  return function Memo(this: Comparing<P>, props: P): ComponentChildren {
    this.shouldComponentUpdate ??= (next) => differ(this.props, next);
    return createElement(view, props);
  };
}
