/** What a browser has and jsdom has not. */
import 'fake-indexeddb/auto'
