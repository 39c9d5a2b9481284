const examples = await fetch("/graphiql/operations").then((response) => response.json());

ReactDOM.createRoot(document.getElementById("graphiql")).render(
	React.createElement(GraphiQL, {
		fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
		defaultTabs: examples.map((example) => ({ query: example.text, variables: example.variables })),
	}),
);
